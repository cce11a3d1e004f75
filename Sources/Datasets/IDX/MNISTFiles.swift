/// The names that MNIST, and data sets modelled on it, give to their files.
enum MNISTFiles {
    /// The file of labels that belongs to one of images: beside it, with `labels` for `images` and `idx1` for `idx3`;
    /// nil if the name is none of images.
    static func labels(ofImages path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, name.contains("images") else { return nil }
        let labels = String(name).replacing("images", with: "labels").replacing(/idx[0-9]/, with: "idx1")
        return (parts.dropLast().map(String.init) + [labels]).joined(separator: "/")
    }

    /// What a folder holds, if `train-images-idx3-ubyte` is in it, be it with `.idx3` or `.gz`; the test set is named
    /// `t10k-…`.
    static func pairs(in folder: String) -> (train: ArrayPair, test: ArrayPair?)? {
        func pair(_ part: String) -> ArrayPair? {
            let names = ["-images-idx3-ubyte", "-images.idx3-ubyte"].flatMap { [part + $0, part + $0 + ".gz"] }
            let base = folder.hasSuffix("/") ? folder : folder + "/"
            for name in names where (try? FileStamp(path: base + name)) != nil {
                return labels(ofImages: base + name).map {
                    ArrayPair(x: .idx(path: base + name), y: .idx(path: $0))
                }
            }
            return nil
        }
        return pair("train").map { ($0, pair("t10k")) }
    }
}
