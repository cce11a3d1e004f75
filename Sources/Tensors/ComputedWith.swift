import CKernels
import COpenBLAS
import Foundation
import Settings

/// What this process computes with: where that differs, equal trainings come to other last bits from their first step on.
public enum ComputedWith {
    /// The processor's name and the width of the vectors that our kernels use: `AMD EPYC, 512-bit vectors`.
    public static let processor = "\(model), \(kernel_vector_bits())-bit vectors"

    /// The library of matrix products and which of its kernels it has chosen: `OpenBLAS 0.3.21 SkylakeX`.
    public static let products: String = {
        // The configuration's first word is the library's name, the second its version.
        let library = String(cString: openblas_get_config()).split(separator: " ").prefix(2)
        return (library.map(String.init) + [String(cString: openblas_get_corename())]).joined(separator: " ")
    }()

    private static var model: String {
        let lines = FileText.text(of: "/proc/cpuinfo")?.split(separator: "\n") ?? []
        let named = lines.first { $0.hasPrefix("model name") }?.split(separator: ":", maxSplits: 1).last
        let words = named?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        if !words.isEmpty { return words }
        var system = utsname()
        uname(&system)
        return withUnsafeBytes(of: system.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
