/// The Philox 4×32-10 block function: 128 random bits for each counter under a key.
///
/// J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3.3.
public enum Philox {
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var (first, second, third, fourth) = (counter[0], counter[1], counter[2], counter[3])
        var (key0, key1) = (key[0], key[1])
        for _ in 0..<10 {
            let left = 0xD251_1F53 * UInt64(first)
            let right = 0xCD9E_8D57 * UInt64(third)
            first = UInt32(truncatingIfNeeded: right >> 32) ^ second ^ key0
            second = UInt32(truncatingIfNeeded: right)
            third = UInt32(truncatingIfNeeded: left >> 32) ^ fourth ^ key1
            fourth = UInt32(truncatingIfNeeded: left)
            key0 &+= 0x9E37_79B9
            key1 &+= 0xBB67_AE85
        }
        return SIMD4(first, second, third, fourth)
    }
}
