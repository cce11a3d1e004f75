/// What the header of a NumPy file says about its array.
///
/// NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays" (R. Kern, 2007), versions 1.0, 2.0 and 3.0. The
/// header is a Python dictionary; it is read by a strict grammar of just what NumPy writes, and never evaluated.
struct NPYHeader: Hashable {
    let element: ArrayElement
    let isBigEndian: Bool
    let isFortran: Bool
    let shape: [Int]

    /// The most bytes of a header; NumPy's own limit is 10,000.
    static let mostBytes = 65_536

    /// Reads the header and leaves `feed` at the first number. Throws a `DataError`.
    init(_ feed: any ByteFeed, array name: String) throws(DataError) {
        func fail(_ rule: String) -> DataError { DataError(path: feed.path, array: name, rule: rule) }
        let start = try feed.bytes(8)
        guard start.starts(with: [0x93] + Array("NUMPY".utf8)) else { throw fail("it is no NumPy array file") }
        let lengthSize: Int
        switch start[6] {
        case 1: lengthSize = 2
        case 2, 3: lengthSize = 4
        default: throw fail("it is of version \(start[6]) of NumPy's format; 1 to 3 are read")
        }
        var reader = LittleEndianReader(try feed.bytes(lengthSize))
        guard let length = reader.number(lengthSize), length <= Self.mostBytes else {
            throw fail("its header claims more than \(Self.mostBytes) bytes")
        }
        guard let entries = PythonDictionary(try feed.bytes(length))?.entries else {
            throw fail("its header is not as NumPy writes it")
        }
        guard entries.count == 3, case .text(let kind)? = entries["descr"],
            case .bool(let isFortran)? = entries["fortran_order"], case .tuple(let shape)? = entries["shape"]
        else {
            if case .other? = entries["descr"] {
                throw fail("it holds records of several fields; save one array for x and one for y")
            }
            throw fail("its header must say 'descr', 'fortran_order' and 'shape'")
        }
        (element, isBigEndian) = try Self.element(kind, fail)
        self.isFortran = isFortran
        self.shape = shape
    }

    private static func element(
        _ kind: String, _ fail: (String) -> DataError
    ) throws(DataError) -> (ArrayElement, isBigEndian: Bool) {
        guard let order = kind.first, let element = codes[String(kind.dropFirst())],
            order == "<" || order == ">" || order == "|" && element.size == 1
        else {
            switch kind.dropFirst().first {
            case "O": throw fail("it holds Python objects; save it with a numeric dtype")
            case "U", "S": throw fail("it holds text; number the classes from 0")
            default:
                throw fail(
                    "its dtype is '\(kind.prefix(20))'; it must be bool, a whole number of 8 to 64 bits, float32 or "
                        + "float64")
            }
        }
        return (element, order == ">")
    }

    private static let codes: [String: ArrayElement] = [
        "b1": .bool, "i1": .int8, "i2": .int16, "i4": .int32, "i8": .int64, "u1": .uint8, "u2": .uint16,
        "u4": .uint32, "u8": .uint64, "f4": .float32, "f8": .float64,
    ]
}
