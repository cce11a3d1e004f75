import Randomness
import Settings
import Testing

@testable import Training

@Suite("Augmentations")
struct AugmentationTests {
    private let picture = PictureShape(height: 3, width: 4)
    private let pixels: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

    /// What becomes of an example under the first `count` streams.
    private func results(_ augmentation: any Augmentation, _ example: [Float], count: UInt64 = 200) -> [[Float]] {
        (0..<count).map { index in
            var stream = RandomStream(seed: 1, .augment, index: index)
            var (changed, scratch) = (example, example)
            changed.withUnsafeMutableBufferPointer { changed in
                scratch.withUnsafeMutableBufferPointer { scratch in
                    augmentation.apply(to: changed, scratch: scratch, &stream)
                }
            }
            return changed
        }
    }

    @Test("a flip mirrors about half of the pictures and leaves the others")
    func flips() {
        let mirrored: [Float] = [4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9]
        let horizontal = results(Flip(.horizontal, picture), pixels)
        #expect(Set(horizontal) == [pixels, mirrored])
        // Of 200 draws half are off by √50 = 7; five times that.
        #expect(abs(horizontal.filter { $0 == pixels }.count - 100) < 35)
        #expect(
            Set(results(Flip(.vertical, picture), pixels)) == [pixels, [9, 10, 11, 12, 5, 6, 7, 8, 1, 2, 3, 4]])
        let colours = PictureShape(height: 1, width: 2, channels: 3)
        #expect(
            Set(results(Flip(.horizontal, colours), [1, 2, 3, 4, 5, 6])) == [[1, 2, 3, 4, 5, 6], [4, 5, 6, 1, 2, 3]])
    }

    @Test("a shift moves pictures each way equally often and repeats their edge")
    func shifts() {
        let found = results(Shift(1, picture), pixels)
        #expect(Set(found).count == 9)
        #expect(found.contains(pixels))
        #expect(found.contains([1, 1, 2, 3, 5, 5, 6, 7, 9, 9, 10, 11]), "to the right")
        #expect(found.contains([6, 7, 8, 8, 10, 11, 12, 12, 10, 11, 12, 12]), "up and to the left")
    }

    @Test("a rotation turns pictures about their middle")
    func rotations() {
        let square = PictureShape(height: 3, width: 3)
        var example: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        var scratch = example
        example.withUnsafeMutableBufferPointer { example in
            scratch.withUnsafeMutableBufferPointer { scratch in
                Rotate(180, square).turn(example, scratch, by: 90)
            }
        }
        // The sine and cosine of 90° are off by 4e-8, which a difference of neighbours of up to 6 makes 3e-7.
        for (found, expected) in zip(example, [7, 4, 1, 8, 5, 2, 9, 6, 3] as [Float]) {
            #expect(abs(found - expected) < 1e-6)
        }
        let even = results(Rotate(10, square), [Float](repeating: 5, count: 9))
        #expect(even.allSatisfy { $0.allSatisfy { abs($0 - 5) < 1e-5 } })
        let turned = results(Rotate(10, square), [1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(Set(turned).count == 200)
        #expect(turned.allSatisfy { $0[4] == 5 })
    }

    /// Of 2400 draws the mean is off by 0.5/√2400 = 0.01 and the variance by √(2/2400) = 0.03 of itself; five times that.
    @Test("noise has the deviation that was asked for")
    func noise() {
        let numbers = results(Noise(0.5), [Float](repeating: 0, count: 12)).flatMap(\.self).map { Double($0) }
        let mean = numbers.reduce(0, +) / 2400
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / 2400
        #expect(abs(mean) < 0.051)
        #expect(abs(variance / 0.25 - 1) < 0.15)
    }

    @Test("the same step draws the same, whatever was drawn before, and training with them goes on exactly")
    func determinism() throws {
        var training = try SmallTraining(epochs: 2)
        training.plan.augmentations = [Noise(0.3), Flip(.horizontal, PictureShape(height: 2, width: 2))]
        let first = try training.measurements()
        #expect(try training.measurements() == first)
        training.plan.augmentations = [Noise(0.3)]
        #expect(try training.measurements() != first)
    }

    private func words(_ value: SettingValue, picture: PictureShape?) -> String {
        do throws(SettingError) {
            return "\(try AugmentationKind.read(value, picture: picture).count) read"
        } catch {
            return error.description
        }
    }

    @Test("are read from a list of names and amounts")
    func reading() {
        func list(_ name: String, _ value: SettingValue) -> SettingValue { .list([.mapping([name: value])]) }
        #expect(
            words(
                .list([
                    .mapping(["flip": .string("vertical")]), .mapping(["shift": .int(2)]),
                    .mapping(["rotate": .int(10)]), .mapping(["noise": .double(0.1)]),
                ]), picture: picture) == "4 read")
        #expect(words(list("noise", .double(0.1)), picture: nil) == "1 read")
        #expect(
            words(list("flip", .string("horizontal")), picture: nil)
                == "'augment[0].flip' is 'horizontal'; the examples are no pictures; the only augmentation for others is "
                + "noise.")
        #expect(
            words(list("flip", .string("horizontl")), picture: picture)
                == "'augment[0].flip' is 'horizontl'; no such choice; did you mean 'horizontal'?")
        #expect(
            words(list("shift", .int(3)), picture: picture)
                == "'augment[0].shift' is 3; it must be a whole number of pixels in 1..<3, the picture's side.")
        #expect(
            words(list("rotate", .int(0)), picture: picture)
                == "'augment[0].rotate' is 0; it must be above 0 degrees and at most 180.")
        #expect(
            words(list("noise", .int(-1)), picture: picture)
                == "'augment[0].noise' is -1; it must be a number above 0.")
        #expect(
            words(list("nois", .int(1)), picture: picture)
                == "'augment[0].nois': no such augmentation; did you mean 'noise'?")
        #expect(
            words(.string("flip"), picture: picture)
                == "'augment' is 'flip'; it must be a list of mappings, such as [{flip: horizontal}].")
        #expect(
            words(.list([.string("flip")]), picture: picture)
                == "'augment[0]' is 'flip'; it must be a mapping of one name to its amount.")
    }
}
