import Settings

/// Tells what the setting `data` names: built-in data, or files and folders, told apart by what the path is.
///
/// No file is opened; of folders it is looked up what they hold.
struct SourceReader {
    struct Sources {
        /// As it was written.
        let name: String
        let train: DataSettings.Source
        let dev: DataSettings.Source?
        let test: DataSettings.Source?
        /// What says where the test set is, for messages.
        let testOrigin: String?
    }

    /// Where relative paths start.
    let folder: String

    /// - Parameter whole: the setting as it was written, for messages.
    func read(_ reader: inout SettingReader, whole: SettingValue) throws(SettingError) -> Sources {
        let isPlain = if case .string = whole { true } else { false }
        guard let (key, value) = try main(&reader) else {
            guard let pair = try pair(&reader) else {
                throw SettingError(
                    path: "data", value: whole,
                    rule: "'source' is missing: a built-in name or a path; or 'x' and 'y', a file each")
            }
            return try withParts(.arrays(pair.arrays), name: pair.name, foundTest: nil, &reader)
        }
        guard case .string(let text) = value else {
            let pair = try arrays(value, at: key, reader)
            return try withParts(.arrays(pair.arrays), name: pair.name, foundTest: nil, &reader)
        }
        if let builtIn = BuiltInData(rawValue: text) {
            return try withParts(try source(builtIn, &reader), name: text, foundTest: nil, &reader)
        }
        let place = isPlain ? "data" : "data.\(key)"
        guard let kind = PathKind(text, resolved: resolved(text)) else { throw unknown(text, at: place) }
        let found = try FoundData(kind, resolved(text), &reader, at: place, written: text)
        return try withParts(found.train, name: text, foundTest: found.test, &reader)
    }

    private func source(
        _ data: BuiltInData, _ reader: inout SettingReader
    ) throws(SettingError) -> DataSettings.Source {
        if let synthesis = data.synthesis { return .synthetic(try SyntheticData(synthesis, &reader)) }
        return data == .shapes ? .shapes(try Shapes(&reader)) : .digits
    }

    /// The one of `source`, `train` and `name` that is there.
    private func main(_ reader: inout SettingReader) throws(SettingError) -> (key: String, value: SettingValue)? {
        var found: (key: String, value: SettingValue)?
        for key in ["source", "train", "name"] {
            guard let value = reader.value(key) else { continue }
            switch value {
            case .string: break
            case .mapping where key == "train": break
            default: throw reader.error(key, value, "it must be text")
            }
            if let other = found {
                throw reader.error(key, value, "'\(other.key)' already says where the data are; leave one out")
            }
            found = (key, value)
        }
        return found
    }

    private func withParts(
        _ train: DataSettings.Source, name: String, foundTest: DataSettings.Source?, _ reader: inout SettingReader
    ) throws(SettingError) -> Sources {
        let dev = try part("dev", of: train, &reader)
        let test = try part("test", of: train, &reader)
        if foundTest != nil, test != nil {
            throw reader.error(
                "test", reader.value("test"), "\(name) holds a test set already; leave 'test' out")
        }
        let origin = test != nil ? "'data.test'" : foundTest != nil ? name : nil
        return Sources(name: name, train: train, dev: dev, test: test ?? foundTest, testOrigin: origin)
    }

    /// What holds a part of its own, if something is named.
    private func part(
        _ key: String, of train: DataSettings.Source, _ reader: inout SettingReader
    ) throws(SettingError) -> DataSettings.Source? {
        guard let value = reader.value(key) else { return nil }
        let source: DataSettings.Source
        if case .mapping = value {
            source = .arrays(try arrays(value, at: key, reader).arrays)
        } else {
            guard case .string(let text) = value else { throw reader.error(key, value, "it must be text") }
            guard let kind = PathKind(text, resolved: resolved(text)) else {
                throw reader.error(
                    key, value,
                    PathKind.isThere(resolved(text))
                        ? "it must be \(PathKind.words)" : "there is no such file or folder")
            }
            source = try FoundData(kind, resolved(text), &reader, at: "data.\(key)", written: text).train
        }
        if source == train { throw reader.error(key, value, "it is the data to train with; name others") }
        return source
    }

    // MARK: Pairs of files

    private func pair(_ reader: inout SettingReader) throws(SettingError) -> (arrays: ArrayPair, name: String)? {
        let (x, y) = (try reader.text("x"), try reader.text("y"))
        guard let x else { return nil }
        guard let y else { throw reader.error("y", nil, "the file with the targets is missing") }
        return (ArrayPair(x: try file(x, "x", reader), y: try file(y, "y", reader)), x)
    }

    /// A mapping of `x` and `y`.
    private func arrays(
        _ value: SettingValue, at key: String, _ reader: SettingReader
    ) throws(SettingError) -> (arrays: ArrayPair, name: String) {
        guard case .mapping(let entries) = value else { throw reader.error(key, value, "it must be a path") }
        var inner = SettingReader(entries, path: "data.\(key)")
        guard let pair = try pair(&inner) else {
            throw reader.error(key, value, "it must be a path, or 'x' and 'y' with a file each")
        }
        try inner.finish()
        return pair
    }

    private func file(_ text: String, _ key: String, _ reader: SettingReader) throws(SettingError) -> ArrayPlace {
        let path = resolved(text)
        switch PathKind(text, resolved: path) {
        case .npy: return .npy(path: path)
        case .idx: return .idx(path: path)
        default: throw reader.error(key, .string(text), "it must be the path of a .npy or an IDX file")
        }
    }

    private func resolved(_ text: String) -> String {
        let isRelative = !text.hasPrefix("/") && !folder.isEmpty && folder != "."
        return isRelative ? folder + (folder.hasSuffix("/") ? "" : "/") + text : text
    }

    private func unknown(_ text: String, at place: String) -> SettingError {
        let looksLikePath = text.contains("/") || text.contains(".")
        if !looksLikePath, let nearest = NearestName.of(text, among: BuiltInData.names) {
            return SettingError(path: place, value: .string(text), rule: "no such data set; did you mean '\(nearest)'?")
        }
        if looksLikePath, !PathKind.isThere(resolved(text)) {
            return SettingError(path: place, value: .string(text), rule: "there is no such file or folder")
        }
        return SettingError(
            path: place, value: .string(text),
            rule: "it must be \(PathKind.words), or the name of a built-in data set "
                + "(\(BuiltInData.names.joined(separator: ", ")))")
    }
}
