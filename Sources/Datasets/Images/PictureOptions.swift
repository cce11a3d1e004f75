import Settings

/// How the pictures of a folder are read.
public struct PictureOptions: Hashable, Sendable {
    /// nil: all pictures are of one size.
    public let size: PictureSize?
    /// 1 (grey) or 3 (red, green, blue); nil: 1 if all pictures are grey, else 3.
    public let channels: Int?
    /// Whether pictures that cannot be read are left out and counted.
    public let skipsBroken: Bool
    /// The most pictures of each class, the first ones by name.
    public let limit: Int?

    public init(size: PictureSize? = nil, channels: Int? = nil, skipsBroken: Bool = false, limit: Int? = nil) {
        self.size = size
        self.channels = channels
        self.skipsBroken = skipsBroken
        self.limit = limit
    }

    /// Those that other data do not have.
    static let ownKeys = ["size", "channels", "skip_broken"]

    /// The same, but for pictures in colour.
    var inColour: PictureOptions {
        PictureOptions(size: size, channels: 3, skipsBroken: skipsBroken, limit: limit)
    }

    /// Reads `size`, `channels`, `skip_broken` and `limit`.
    init(_ reader: inout SettingReader) throws(SettingError) {
        size = try PictureSize(&reader)
        channels = try reader.value("channels").map { (value) throws(SettingError) in
            guard case .int(let channels) = value, channels == 1 || channels == 3 else {
                throw reader.error("channels", value, "it must be 1 (grey) or 3 (colour)")
            }
            return channels
        }
        skipsBroken = try reader.bool("skip_broken", default: false)
        limit = try reader.wholeNumber("limit", atLeast: 1)
    }
}

/// The size of a picture in pixels.
public struct PictureSize: Hashable, Sendable {
    /// The most pixels of a side.
    public static let mostPixels = 4096

    public let height: Int
    public let width: Int

    /// Both sides must be in 1...`mostPixels`.
    public init(height: Int, width: Int) {
        precondition(
            (1...Self.mostPixels).contains(height) && (1...Self.mostPixels).contains(width), "\(height)×\(width)")
        self.height = height
        self.width = width
    }

    /// Reads `size: [height, width]`; nil if it is not there.
    init?(_ reader: inout SettingReader) throws(SettingError) {
        guard let value = reader.value("size") else { return nil }
        guard case .list(let sides) = value, sides.count == 2, case .int(let height) = sides[0],
            case .int(let width) = sides[1], (1...Self.mostPixels).contains(height),
            (1...Self.mostPixels).contains(width)
        else { throw reader.error("size", value, "it must be [height, width], each in 1...\(Self.mostPixels)") }
        self.init(height: height, width: width)
    }
}
