import Datasets

/// The data that were prepared for training.
public enum PreparedData {
    /// The paths of the prepared files in `folder` that are damaged, which takes reading them all; removing them is safe.
    public static func damagedFiles(in folder: String) -> [String] { PreparedDataCheck.damagedFiles(in: folder) }
}
