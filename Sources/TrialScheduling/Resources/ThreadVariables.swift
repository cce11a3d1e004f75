/// The environment variables by which numerical libraries are told how many threads to use.
public enum ThreadVariables {
    /// OpenMP, OpenBLAS (and its older name), MKL, BLIS, Apple's vecLib, NumExpr, Rayon.
    public static let names = [
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS", "NUMEXPR_NUM_THREADS", "RAYON_NUM_THREADS",
    ]
}
