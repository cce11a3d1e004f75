import Tensors

/// What every training needs before it can begin.
public enum TrainingMemory {
    /// Takes the work space of the computations; throws where the system does not give it.
    public static func take() throws {
        try MatrixProduct.takeWorkSpace()
    }
}
