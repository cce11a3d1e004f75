import CKernels
import Foundation
import Synchronization

/// Writes a prepared file beside its place and puts it there when it is whole.
///
/// Examples may come from several threads and in any order. Without `commit`, nothing is left. Throws `DataError`s with
/// the system's reason.
final class PreparedFileWriter: Sendable {
    let layout: ExampleLayout
    /// How many examples there is room for.
    let capacity: Int
    private let path: String
    private let descriptor: Int32
    private let moments: Mutex<[Double]>

    /// - Parameter path: of the unfinished file, which must not be there yet.
    init(path: String, layout: ExampleLayout, capacity: Int) throws(DataError) {
        precondition(capacity > 0, "\(capacity) examples")
        self.path = path
        self.layout = layout
        self.capacity = capacity
        moments = Mutex([])
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        // Once committed there is no file of this name.
        unlink(path)
    }

    /// Writes whole examples, the first of which takes the place `first`.
    func write(_ bytes: UnsafeRawBufferPointer, at first: Int) throws(DataError) {
        let count = bytes.count / layout.stride
        precondition(
            bytes.count % layout.stride == 0 && first >= 0 && first + count <= capacity,
            "\(bytes.count) bytes at \(first) of \(capacity) examples of \(layout.stride) bytes")
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
        try write(bytes, offset: PreparedHeader.size + first * layout.stride)
    }

    /// Finishes the file and gives it its name, in place of any other of that name.
    ///
    /// - Parameters:
    ///   - kept: the places that hold examples, ascending; the others are closed up.
    ///   - targets: of the kept examples.
    ///   - isLasting: whether the file is to survive a failure of the machine.
    func commit(
        to final: String, key: String, kept: [Int], targets: SourceTargets, skipped: [PreparedDescription.Skipped],
        isLasting: Bool
    ) throws {
        precondition(kept.count == targets.values.count, "\(targets.values.count) targets for \(kept.count) examples")
        try closeUp(kept)
        let channels = layout.channels ?? 0
        let moments = self.moments.withLock { moments in
            kept.flatMap { moments[($0 * channels * 2)..<(($0 + 1) * channels * 2)] }
        }
        let targetName: String? = if case .element(let name) = targets.place { name } else { nil }
        let description = PreparedDescription(
            key: key, count: kept.count, element: layout.element, shape: layout.shape, targetName: targetName,
            categories: targets.categories, skipped: skipped)
        let tail = try PreparedTail(description: description, targets: targets.values, moments: moments).bytes()
        let size = kept.count * layout.stride
        guard ftruncate(descriptor, PreparedHeader.size + size) == 0 else { throw Self.error(path) }
        let header = PreparedHeader(
            examplesSize: size, tailSize: tail.count, examplesSum: try examplesSum(size),
            tailSum: tail.withUnsafeBytes { checksum($0.baseAddress, $0.count, 0) })
        try tail.withUnsafeBytes { try write($0, offset: PreparedHeader.size + size) }
        try header.bytes.withUnsafeBytes { try write($0, offset: 0) }
        guard !isLasting || fsync(descriptor) == 0, rename(path, final) == 0 else { throw Self.error(path) }
    }

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
    private func closeUp(_ kept: [Int]) throws(DataError) {
        var example = [UInt8](repeating: 0, count: layout.stride)
        for (place, from) in kept.enumerated() where place != from {
            try example.withUnsafeMutableBufferPointer { (numbers) throws(DataError) in
                let bytes = UnsafeMutableRawBufferPointer(numbers)
                try read(bytes, offset: PreparedHeader.size + from * layout.stride)
                try write(UnsafeRawBufferPointer(bytes), offset: PreparedHeader.size + place * layout.stride)
            }
        }
    }

    /// The checksum goes over whole examples as they lie on the disk, so that it covers what was written.
    private func examplesSum(_ size: Int) throws(DataError) -> UInt64 {
        guard let address = mmap(nil, PreparedHeader.size + size, PROT_READ, MAP_SHARED, descriptor, 0),
            address != MAP_FAILED
        else { throw Self.error(path) }
        defer { munmap(address, PreparedHeader.size + size) }
        return checksum(address + PreparedHeader.size, size, 0)
    }

    private func read(_ bytes: UnsafeMutableRawBufferPointer, offset: Int) throws(DataError) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
            let count = pread(descriptor, part.baseAddress, part.count, offset + done)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { throw Self.error(path) }
            done += count
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, offset: Int) throws(DataError) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, part.baseAddress, part.count, offset + done)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Self.error(path) }
            done += count
        }
    }

    private static func error(_ path: String) -> DataError {
        DataError(path: path, rule: "prepared data cannot be written: \(String(cString: strerror(errno)))")
    }
}
