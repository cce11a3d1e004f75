import CKernels
import Foundation
import Synchronization

/// Writes a prepared file, which gets its name when it is whole.
///
/// Until then the file has no name, so that nothing is left of it however the process ends; where the file system has no
/// files without names, it has one that ends in `partialSuffix`. Examples may come from several threads and in any
/// order. Throws `PreparedWriteError`s.
final class PreparedFileWriter: Sendable {
    static let partialSuffix = ".partial"

    let layout: ExampleLayout
    /// Of the folder, for messages.
    private let folder: String
    private let capacity: Int?
    /// nil: examples go nowhere.
    private let descriptor: Int32?
    /// nil: the file has none.
    private let partialPath: String?
    private let moments: Mutex<[Double]>

    /// - Parameter capacity: how many examples there may be, for which there must be room; nil: as many as come.
    init(
        _ destination: Preparation.Destination, layout: ExampleLayout, capacity: Int?
    ) throws(PreparedWriteError) {
        precondition(capacity.map { $0 > 0 } ?? true, "no examples")
        self.layout = layout
        self.capacity = capacity
        moments = Mutex([])
        guard case .folder(let folder) = destination else {
            (self.folder, descriptor, partialPath) = ("", nil, nil)
            return
        }
        self.folder = folder
        if let unnamed = Self.openUnnamed(in: folder) {
            (descriptor, partialPath) = (unnamed, nil)
        } else {
            let path = Self.partialPath(in: folder)
            let named = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            guard named >= 0 else { throw .lastOfSystem(folder) }
            (descriptor, partialPath) = (named, path)
        }
        try checkRoom()
    }

    deinit {
        if let descriptor { close(descriptor) }
        // Once committed there is no file of this name.
        if let partialPath { unlink(partialPath) }
    }

    /// A file without a name that can be given one; nil where there are none.
    private static func openUnnamed(in folder: String) -> Int32? {
        guard access("/proc/self/fd", X_OK) == 0 else { return nil }
        // O_TMPFILE, a macro that is not imported.
        let descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o644)
        return descriptor >= 0 ? descriptor : nil
    }

    private static func partialPath(in folder: String) -> String {
        "\(folder)/\(UUID().uuidString)\(partialSuffix)"
    }

    private func checkRoom() throws(PreparedWriteError) {
        var system = statvfs()
        guard let descriptor, let capacity, fstatvfs(descriptor, &system) == 0 else { return }
        let (examples, overflow) = capacity.multipliedReportingOverflow(by: layout.stride)
        let needed = overflow ? .max - PreparedHeader.size : examples
        let (free, isHuge) = Int(clamping: system.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: system.f_frsize))
        if !isHuge, needed + PreparedHeader.size > free {
            throw PreparedWriteError(path: folder, reason: .noRoom(needed: needed, free: free))
        }
    }

    /// Writes whole examples, the first of which takes the place `first`.
    func write(_ bytes: UnsafeRawBufferPointer, at first: Int) throws(PreparedWriteError) {
        let count = bytes.count / layout.stride
        precondition(
            bytes.count % layout.stride == 0 && first >= 0 && first + count <= capacity ?? .max,
            "\(bytes.count) bytes at \(first) of \(capacity ?? .max) examples of \(layout.stride) bytes")
        guard let descriptor else { return }
        if let channels = layout.channels, let start = bytes.baseAddress {
            var measured = [Double](repeating: 0, count: count * channels * 2)
            for example in 0..<count {
                measure(start + example * layout.stride, channels, into: &measured, at: example * channels * 2)
            }
            moments.withLock { moments in
                // It grows with what was written, since the capacity is only what a header claims.
                let place = first * channels * 2
                let missing = place + measured.count - moments.count
                if missing > 0 { moments.append(contentsOf: repeatElement(0, count: missing)) }
                moments.replaceSubrange(place..<(place + measured.count), with: measured)
            }
        }
        try Self.write(bytes, descriptor, offset: PreparedHeader.size + first * layout.stride, folder)
    }

    /// Finishes the file and gives its content, which lasts at least as long as the result.
    func finish(_ content: PreparedContent, key: String) throws -> PreparedFile {
        let (kept, targets) = (content.kept, content.targets)
        precondition(kept.count == targets.values.count, "\(targets.values.count) targets for \(kept.count) examples")
        let targetName: String? = if case .element(let name) = targets.place { name } else { nil }
        let description = PreparedDescription(
            key: key, count: kept.count, element: layout.element, shape: layout.shape, targetName: targetName,
            categories: targets.categories, skipped: content.skipped, table: content.table)
        guard let descriptor else {
            return PreparedFile(
                withoutExamples: PreparedTail(description: description, targets: targets.values, moments: []), layout)
        }
        try closeUp(kept, descriptor)
        let channels = layout.channels ?? 0
        let moments = self.moments.withLock { moments in
            kept.flatMap { moments[($0 * channels * 2)..<(($0 + 1) * channels * 2)] }
        }
        let tail = try PreparedTail(description: description, targets: targets.values, moments: moments).bytes()
        let size = kept.count * layout.stride
        guard ftruncate(descriptor, PreparedHeader.size + size) == 0 else { throw lastError }
        try tail.withUnsafeBytes { try Self.write($0, descriptor, offset: PreparedHeader.size + size, folder) }
        let header = PreparedHeader(
            examplesSize: size, tailSize: tail.count, examplesSum: try examplesSum(size, descriptor),
            tailSum: tail.withUnsafeBytes { checksum($0.baseAddress, $0.count, 0) })
        try header.bytes.withUnsafeBytes { try Self.write($0, descriptor, offset: 0, folder) }
        guard let file = PreparedFile(descriptor: descriptor, key: key) else {
            throw PreparedWriteError(path: folder, reason: .system(EIO))
        }
        return file
    }

    /// Brings what was finished to the disk and gives it its name, in place of any other file of that name.
    func name(_ final: String) throws(PreparedWriteError) {
        guard let descriptor else { return }
        guard fsync(descriptor) == 0 else { throw lastError }
        var path = partialPath
        if path == nil {
            let linked = Self.partialPath(in: folder)
            guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, linked, AT_SYMLINK_FOLLOW) == 0 else {
                throw lastError
            }
            path = linked
        }
        guard let path, rename(path, final) == 0 else { throw lastError }
    }

    private var lastError: PreparedWriteError { .lastOfSystem(folder) }

    private func measure(_ example: UnsafeRawPointer, _ channels: Int, into moments: inout [Double], at place: Int) {
        var means = [Double](repeating: 0, count: channels)
        var deviations = means
        let pixels = layout.width / channels
        switch layout.element {
        case .uint8:
            channel_moments_of_bytes(
                example.assumingMemoryBound(to: UInt8.self), pixels, channels, &means, &deviations)
        case .float32:
            channel_moments_of_floats(
                example.assumingMemoryBound(to: Float.self), pixels, channels, &means, &deviations)
        }
        for channel in 0..<channels {
            moments[place + channel * 2] = means[channel]
            moments[place + channel * 2 + 1] = deviations[channel]
        }
    }

    /// Moves examples down over places that hold none.
    private func closeUp(_ kept: [Int], _ descriptor: Int32) throws(PreparedWriteError) {
        var example = [UInt8](repeating: 0, count: layout.stride)
        for (place, from) in kept.enumerated() where place != from {
            try example.withUnsafeMutableBufferPointer { (numbers) throws(PreparedWriteError) in
                let bytes = UnsafeMutableRawBufferPointer(numbers)
                try read(bytes, descriptor, offset: PreparedHeader.size + from * layout.stride)
                try Self.write(
                    UnsafeRawBufferPointer(bytes), descriptor, offset: PreparedHeader.size + place * layout.stride,
                    folder)
            }
        }
    }

    /// The checksum goes over whole examples as they lie in the file, so that it covers what was written.
    private func examplesSum(_ size: Int, _ descriptor: Int32) throws(PreparedWriteError) -> UInt64 {
        guard let address = mmap(nil, PreparedHeader.size + size, PROT_READ, MAP_SHARED, descriptor, 0),
            address != MAP_FAILED
        else { throw lastError }
        defer { munmap(address, PreparedHeader.size + size) }
        return checksum(address + PreparedHeader.size, size, 0)
    }

    private func read(
        _ bytes: UnsafeMutableRawBufferPointer, _ descriptor: Int32, offset: Int
    ) throws(PreparedWriteError) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
            let count = pread(descriptor, part.baseAddress, part.count, offset + done)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw count < 0 ? lastError : PreparedWriteError(path: folder, reason: .system(EIO)) }
            done += count
        }
    }

    private static func write(
        _ bytes: UnsafeRawBufferPointer, _ descriptor: Int32, offset: Int, _ folder: String
    ) throws(PreparedWriteError) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, part.baseAddress, part.count, offset + done)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .lastOfSystem(folder) }
            done += count
        }
    }
}
