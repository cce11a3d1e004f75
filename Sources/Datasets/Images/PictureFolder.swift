import Synchronization

/// A folder with one folder of PNG or JPEG pictures for each class.
public struct PictureFolder: Hashable, Sendable {
    public let path: String
    public let options: PictureOptions

    public init(path: String, options: PictureOptions) {
        self.path = path
        self.options = options
    }
}

extension PictureFolder: PreparableSource {
    var name: String { path }

    var recipe: String {
        let size = options.size.map { "\($0.height)×\($0.width)" } ?? "own size"
        return "pictures \(size) \(options.channels.map(String.init) ?? "own") \(options.skipsBroken)"
    }

    /// Every picture of every class, by names in their order. Throws a `DataError` if there are none.
    func listing() throws -> SourceListing {
        var files: [SourceFile] = []
        var notes: [String] = []
        var strays: [String] = []
        for label in try FolderListing(path).names {
            guard PathKind.isFolder("\(path)/\(label)") else {
                if Self.isPicture(label) { strays.append(label) }
                continue
            }
            let names = try FolderListing("\(path)/\(label)").names.filter(Self.isPicture)
            if names.isEmpty {
                let words = "there is no PNG or JPEG picture in this folder"
                guard options.skipsBroken else { throw DataError(path: "\(path)/\(label)", rule: words) }
                notes.append("\(path)/\(label): \(words), so it makes no class")
                continue
            }
            if files.count + names.count > FolderListing.mostNames {
                throw DataError(
                    path: path,
                    rule: "there are more than \(FolderListing.mostNames) pictures, the most that are read; pack them "
                        + "into a .npz or IDX file")
            }
            for name in names.prefix(options.limit ?? .max) {
                files.append(SourceFile(listed: "\(path)/\(label)/\(name)", name: "\(label)/\(name)"))
            }
        }
        if files.isEmpty {
            throw DataError(path: path, rule: "there must be a folder of PNG or JPEG pictures in it for each class")
        }
        if let stray = strays.first {
            let count = strays.count == 1 ? "a picture lies" : "\(strays.count) pictures lie"
            notes.append("\(path): \(count) beside the classes' folders and belongs to no class, first \(stray)")
        }
        return SourceListing(files: files, notes: notes)
    }

    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent {
        let (size, channels) = try shape(files, preparation.report)
        guard let layout = ExampleLayout(element: .uint8, shape: [size.height, size.width, channels]) else {
            throw DataError(path: path, rule: "its pictures are too large; say a smaller size: [height, width]")
        }
        let writer = try preparation.writer(layout, capacity: files.count)
        let progress = ProgressCounter(name: path, total: files.count, report: preparation.report)
        let broken = try Parallel.map(Array(files.enumerated())) { place, file -> Picture.Broken? in
            defer { progress.add(1) }
            let pixels: [UInt8]
            do throws(Picture.Broken) {
                pixels = try Self.picture(file).pixels(size, channels: channels)
            } catch {
                return error
            }
            try pixels.withUnsafeBytes { try writer.write($0, at: place) }
            return nil
        }
        return try content(files, writer, broken)
    }

    /// Leaves broken pictures out, if that is wanted, and labels the others.
    private func content(
        _ files: [SourceFile], _ writer: PreparedFileWriter, _ broken: [Picture.Broken?]
    ) throws(DataError) -> PreparedContent {
        let kept = broken.indices.filter { broken[$0] == nil }
        var skipped: [PreparedDescription.Skipped] = []
        for (file, broken) in zip(files, broken) {
            if let broken { skipped.append(PreparedDescription.Skipped(name: file.name, reason: broken.reason)) }
        }
        if let first = skipped.first, !options.skipsBroken || kept.isEmpty {
            let others = skipped.dropFirst().prefix(Self.mostNamed).map(\.name).joined(separator: ", ")
            let rest = skipped.count - 1 > Self.mostNamed ? " …" : ""
            let count =
                skipped.count == 1
                ? "" : " (\(skipped.count) of \(files.count) pictures cannot be read, also \(others)\(rest))"
            throw DataError(
                path: "\(path)/\(first.name)",
                rule: "\(first.reason)\(count); remove it, or leave out what is broken with skip_broken: true")
        }
        let labels = files.map { String($0.name.prefix { $0 != "/" }) }
        let classes = Set(labels).sorted()
        let codes = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
        let targets = SourceTargets(
            path: path, place: .name, categories: classes, values: kept.map { codes[labels[$0]] ?? 0 })
        return PreparedContent(writer: writer, targets: targets, kept: kept, skipped: skipped)
    }

    /// As the options say, else what all pictures have in common, as far as they can be read.
    private func shape(
        _ files: [SourceFile], _ report: @escaping ProgressReport
    ) throws -> (size: PictureSize, channels: Int) {
        if let size = options.size, let channels = options.channels { return (size, channels) }
        let progress = ProgressCounter(.reading, name: path, total: files.count, report: report)
        let infos = try Parallel.map(files) { file -> Picture.Info? in
            defer { progress.add(1) }
            do throws(Picture.Broken) { return try Self.picture(file).info() } catch { return nil }
        }
        let channels = options.channels ?? (infos.allSatisfy { $0?.isGrey ?? true } ? 1 : 3)
        if let size = options.size { return (size, channels) }
        guard let first = infos.firstIndex(where: { $0 != nil }), let info = infos[first] else {
            // What is wrong with them is found when they are decoded.
            return (PictureSize(height: 1, width: 1), channels)
        }
        for (file, other) in zip(files, infos) {
            guard let other, (other.height, other.width) != (info.height, info.width) else { continue }
            throw DataError(
                path: file.path,
                rule: "it is of \(other.height)×\(other.width) pixels, and \(files[first].name) of "
                    + "\(info.height)×\(info.width); say size: [height, width] to bring all to one size")
        }
        guard info.height <= PictureSize.mostPixels, info.width <= PictureSize.mostPixels else {
            throw DataError(
                path: path,
                rule:
                    "its pictures are of \(info.height)×\(info.width) pixels; say size: [height, width], each at most "
                    + "\(PictureSize.mostPixels)")
        }
        return (PictureSize(height: info.height, width: info.width), channels)
    }

    /// A file that the system does not give counts as broken, too.
    private static func picture(_ file: SourceFile) throws(Picture.Broken) -> Picture {
        if let problem = file.problem { throw Picture.Broken(reason: problem) }
        do throws(DataError) { return try Picture(path: file.path) } catch {
            throw Picture.Broken(reason: error.rule)
        }
    }

    /// Names of formats that are not read count as pictures, so that they are not left out silently.
    private static func isPicture(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return suffixes.contains(name[name.index(after: dot)...].lowercased())
    }

    /// How many broken pictures a message names beside the first.
    private static let mostNamed = 9

    private static let suffixes: Set<String> = [
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "webp", "tif", "tiff", "heic", "avif", "ppm", "pgm",
    ]
}
