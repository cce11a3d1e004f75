/// Something that cannot be written. Its description names the place and the reason, and can be shown as it is.
public protocol OutputError: Error, CustomStringConvertible {
    /// What a person can do about it: a clause without its full stop.
    var remedy: String { get }
}
