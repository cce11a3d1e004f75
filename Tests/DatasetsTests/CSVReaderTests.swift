import Testing

@testable import Datasets

struct CSVReaderTests {
    @Test func `reads numbers, and the last column as the target`() throws {
        let table = try table("a,b,y\n1,2,0\n-3.5,4e2,1\n")
        #expect(table.columns.map(\.name) == ["a", "b"])
        #expect(table.cells.values == [1, 2, -3.5, 400])
        #expect(table.target == Table.Column(name: "y", categories: nil))
        #expect(table.targetValues == [0, 1])
    }

    @Test(arguments: [
        "a,b,y\r\n1,x,u\r\n2,z,v\r\n", "\u{FEFF}a,b,y\n1,x,u\n2,z,v\n", "a,b,y\n1,x,u\n2,z,v",
        "a , b,y\n 1,\tx ,u\n2,z,v",
        "a,b,y\n1,x,u\n2,z,v\n\n\n", "\"a\",b,y\n\"1\",\"x\",u\n2,z,\"v\"\r\n",
    ])
    func `line ends, byte order mark, blanks, quotes and empty lines at the end change nothing`(text: String) throws {
        let table = try table(text)
        #expect(
            table.columns == [
                Table.Column(name: "a", categories: nil), Table.Column(name: "b", categories: ["x", "z"]),
            ])
        #expect(table.cells.values == [1, 0, 2, 1])
        #expect(table.target.categories == ["u", "v"])
    }

    @Test func `a quoted field holds commas, doubled quotation marks, blanks and line ends`() throws {
        let table = try table("\"a,1\",y\n\"x \"\"q\"\"\r\nnext\",0\n\" \",1\n")
        #expect(table.columns == [Table.Column(name: "a,1", categories: ["x \"q\"\r\nnext", " "])])
        #expect(table.lines.line(ofRow: 0) == 2)
        #expect(table.lines.line(ofRow: 1) == 4)
    }

    @Test func `takes the target by name and leaves columns out`() throws {
        let table = try table("a,y,b\n1,2,3\n", CSVReader(target: "y", ignored: ["b"]))
        #expect(table.columns.map(\.name) == ["a"])
        #expect(table.cells.values == [1])
        #expect(table.targetValues == [2])
    }

    @Test func `numbers are categories where a person says so`() throws {
        let table = try table("a,y\n3,5\nNA,6+\n3,5\n", CSVReader(categories: ["a", "y"]))
        #expect(table.columns[0].categories == ["3", "NA"])
        #expect(table.target.categories == ["5", "6+"])
        #expect(table.cells.values == [0, 1, 0])
    }

    @Test func `a record may lie across the chunks of a file`() throws {
        let folder = try TemporaryFolder()
        let row = String(repeating: "7", count: 997) + ",1\n"
        let path = try folder.write("big.csv", "a,y\n" + String(repeating: "0.\(row)", count: 3_000))
        let table = try CSVReader().read(ByteStream(file: path))
        #expect(table.count == 3_000)
        #expect(Set(table.cells.values) == [0.7777778])
    }

    @Test(arguments: [
        ("", "a.csv: the file is empty; it must begin with a header of column names."),
        ("\n1,2\n", "a.csv: the file is empty; it must begin with a header of column names."),
        ("a,b\n", "a.csv: there is no row below the header."),
        (
            "a;b\n1;2\n",
            "a.csv:1: the header has one column, 'a;b'; features and a target are needed, with commas "
                + "between the columns."
        ),
        ("1,2\n3,4\n", "a.csv:1: the header holds only numbers; the first line must name the columns."),
        ("a,b,a\n1,2,3\n", "a.csv:1: columns 1 and 3 are both named 'a'."),
        ("a,,b\n1,2,3\n", "a.csv:1: column 2 has no name; give it one."),
        ("a,b\n1,2\n3\n", "a.csv:3: the row has 1 fields; it must have 2, as the header has."),
        ("a,b\n1,2,3\n", "a.csv:2: the row has 3 fields; it must have 2, as the header has."),
        ("a,b\n1,2\n\n3,4\n", "a.csv:3: the line is empty."),
        ("a,b\n1,2\n,4\n", "a.csv:3: column 'a' is ''; a value is missing; fill it in or leave the row out."),
        ("a,b\n1,2\nNA,4\n", "a.csv:3: column 'a' is 'NA'; a value is missing; fill it in or leave the row out."),
        ("a,b\n1,2\n3,?\n", "a.csv:3: column 'b' is '?'; a value is missing; fill it in or leave the row out."),
        ("a,b\n1,2\nnan,4\n", "a.csv:3: column 'a' is 'nan'; it must be a finite number of magnitude below 3.4e38."),
        ("a,b\n-Inf,2\n", "a.csv:2: column 'a' is '-Inf'; it must be a finite number of magnitude below 3.4e38."),
        ("a,b\n1,1e39\n", "a.csv:2: column 'b' is '1e39'; it must be a finite number of magnitude below 3.4e38."),
        (
            "a,b\n1,2\nfour,4\n",
            "a.csv:3: column 'a' is 'four'; it must be a number as in line 2; if these are "
                + "categories, say categories: [a]."
        ),
        (
            "a,b\nx,2\n4,4\n",
            "a.csv:3: column 'a' is '4'; it must be text as in line 2; if these are categories, say "
                + "categories: [a]."
        ),
        ("a,b\n1,\"2\n", "a.csv:2: a quoted field of this row is never closed."),
        (
            "a,b\n1,x\"y\n",
            "a.csv:2: a quotation mark inside an unquoted field; quote the field and double the marks in "
                + "it."
        ),
        (
            "a,b\n\"x\"y,1\n",
            "a.csv:2: text after a closing quotation mark; quotation marks inside a field are doubled."
        ),
        ("a,b\r1,2\r", "a.csv:1: a carriage return without a line feed; lines must end in LF or CRLF."),
        ("a,b\n1,2\r", "a.csv:2: a carriage return without a line feed at the end of the file."),
        ("a,b\n1,\u{0}\n", "a.csv:2: a zero byte; this is not a text file."),
    ])
    func `says what is wrong and where`(text: String, words: String) {
        #expect(message { _ = try table(text) } == words)
    }

    @Test func `says what is wrong with bytes that are no text`() {
        #expect(
            message { _ = try table([0xFF, 0xFE, 0x61, 0x00]) }
                == "a.csv:1: this is UTF-16 text; save it as UTF-8.")
        #expect(
            message { _ = try table(Array("a,y\n".utf8) + [0xC3, 0x28] + Array(",1\n".utf8)) }
                == "a.csv:2: column 'a' is '\u{FFFD}('; this is not UTF-8 text.")
        #expect(
            message { _ = try table([0xC3, 0x28] + Array(",y\n1,1\n".utf8)) }
                == "a.csv:1: the name of column 1 is not UTF-8 text.")
    }

    @Test func `names of columns that are not there come with the nearest that are`() {
        let text = "height,species\n1,2\n"
        #expect(
            message { _ = try table(text, CSVReader(target: "speceis")) }
                == "'data.target' is 'speceis'; no such column; did you mean 'species'?")
        #expect(
            message { _ = try table(text, CSVReader(ignored: ["hight"])) }
                == "'data.ignore[0]' is 'hight'; no such column; did you mean 'height'?")
        #expect(
            message { _ = try table(text, CSVReader(categories: ["width"])) }
                == "'data.categories[0]' is 'width'; no such column; there are: height, species.")
        #expect(
            message { _ = try table(text, CSVReader(ignored: ["species"])) }
                == "'data.ignore' is 'species'; the target cannot be left out.")
        #expect(
            message { _ = try table(text, CSVReader(ignored: ["height"])) }
                == "a.csv:1: no column is left to learn from.")
    }

    @Test func `limits are said, not overrun`() {
        let wide = (0...CSVScanner.mostFields).map { "c\($0)" }.joined(separator: ",")
        #expect(
            message { _ = try table(wide) }
                == "a.csv:1: the row has more than 65536 fields, the most there may be.")
        let long = "a,b\n\"" + String(repeating: "x", count: CSVScanner.mostFieldBytes + 1)
        #expect(
            message { _ = try table(long) }
                == "a.csv:2: a field is longer than 1 MiB; is a quotation mark not closed?")
        let names = "a,b\n" + (0...ColumnReader.mostCategories).map { "n\($0)x,1\n" }.joined()
        #expect(
            message { _ = try table(names) }
                == "a.csv:1002: column 'a' is 'n1000x'; the column has more than 1000 different texts; leave it out "
                + "with ignore: [a].")
    }

    @Test func `files that cannot be read say why`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/none.csv"
        #expect(message { _ = try ByteStream(file: path) } == "\(path): there is no such file.")
        #expect(
            message { _ = try ByteStream(file: folder.path) }
                == "\(folder.path): this is a folder; a file is needed.")
        #expect(message { _ = try ByteStream(file: "/dev/zero") } == "/dev/zero: this is not a regular file.")
    }
}
