/// An error in what a person gave: a setting, a file, an expression. Its description names the place, the value, the
/// rule and what to do, and can be shown as it is.
public protocol InputError: Error, CustomStringConvertible {}
