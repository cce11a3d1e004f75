import Settings

/// The examples to train with at a path, and the test set where a folder holds one beside them.
struct FoundData {
    let train: DataSettings.Source
    let test: DataSettings.Source?

    /// Reads the options that such data have.
    ///
    /// - Parameters:
    ///   - place: the setting that was written, for messages.
    init(
        _ kind: PathKind, _ path: String, _ reader: inout SettingReader, at place: String, written text: String
    ) throws(SettingError) {
        func fail(_ rule: String) -> SettingError { SettingError(path: place, value: .string(text), rule: rule) }
        func refusePictureOptions() throws(SettingError) {
            for key in PictureOptions.ownKeys {
                if let value = reader.value(key) {
                    throw reader.error(key, value, "it is for folders of PNG and JPEG pictures, which \(text) is not")
                }
            }
        }
        if kind != .folder { try refusePictureOptions() }
        switch kind {
        case .csv: (train, test) = (.file(path: path), nil)
        case .npz:
            let (x, y) = (try reader.text("x") ?? "x", try reader.text("y") ?? "y")
            (train, test) = (.arrays(ArrayPair(x: .npz(path: path, array: x), y: .npz(path: path, array: y))), nil)
        case .npy:
            throw fail("a .npy file holds one array; instead of it, say 'x' and 'y' with a file each")
        case .idx:
            guard let labels = MNISTFiles.labels(ofImages: path) else {
                throw fail(
                    "its labels are not told by its name (…images-idx3-ubyte); instead of it, say 'x' and 'y' with a "
                        + "file each")
            }
            (train, test) = (.arrays(ArrayPair(x: .idx(path: path), y: .idx(path: labels))), nil)
        case .folder:
            if let found = MNISTFiles.pairs(in: path) {
                try refusePictureOptions()
                (train, test) = (.arrays(found.train), found.test.map(DataSettings.Source.arrays))
                return
            }
            let options = try PictureOptions(&reader)
            let layout = FolderLayout(path)
            if layout.lacksTraining {
                throw fail("there is a test_set in it, but no training_set beside that")
            }
            train = .pictures(PictureFolder(path: layout.train, options: options))
            test = layout.test.map { .pictures(PictureFolder(path: $0, options: options)) }
        }
    }
}
