// Branded: a plain value that the compiler will not confuse with its neighbours.

declare const brand: unique symbol;

/** `T` that was made by the one function allowed to make it. Costs nothing at run time. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
