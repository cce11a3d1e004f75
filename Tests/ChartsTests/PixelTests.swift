import Testing

@testable import Charts

/// What Cairo makes of each primitive, as pixels in ten steps of grey from paper (a space) to black (`@`).
@Suite struct PixelTests {
    private static let steps = Array(" .:-=+*#%@")

    private func picture(_ primitives: [Primitive], width: Double, height: Double) throws -> [String] {
        let page = Rectangle(left: 0, top: 0, width: width, height: height)
        let canvas = try CairoCanvas(page: page, format: .png(resolution: 72))
        for primitive in [.rectangle(page, Color(hex: 0xFFFFFF))] + primitives { canvas.draw(primitive) }
        let pixels = try canvas.pixels()
        return (0..<pixels.height).map { row in
            String(
                (0..<pixels.width).map { column in
                    let place = (row * pixels.width + column) * 3
                    let dark = pixels.bytes[place..<place + 3].reduce(0) { $0 + 255 - Int($1) }
                    return Self.steps[dark * 9 / 765]
                })
        }
    }

    /// Versions of Cairo differ by a step or two at edges; anything in another place differs by more.
    private func expect(_ picture: [String], looksLike golden: String) {
        let lines = golden.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.dropLast()) }
        #expect(lines.map(\.count) == picture.map(\.count), "\(picture.joined(separator: "|\n"))|")
        let isAlike = zip(lines, picture).allSatisfy { line, drawn in
            zip(line, drawn).allSatisfy { one, other in
                let (one, other) = (Self.steps.firstIndex(of: one) ?? 99, Self.steps.firstIndex(of: other) ?? 0)
                return abs(one - other) <= 2
            }
        }
        #expect(isAlike, "\(picture.joined(separator: "|\n"))|")
    }

    private let black = Color(hex: 0)

    @Test("lines, areas and dots lie where they should, and nothing beyond a clip")
    func shapes() throws {
        let stroke = Stroke(black, width: 2)
        let drawn = try picture(
            [
                .polyline([Point(1, 11), Point(11, 1)], stroke),
                .polygon([Point(14, 11), Point(24, 11), Point(24, 1)], black.withOpacity(0.5)),
                .dot(Point(31, 6), radius: 4, black), .circle(Point(42, 6), radius: 4, stroke),
                .clipped(
                    Rectangle(left: 49, top: 3, width: 6, height: 6),
                    [.segments([.init(Point(45, 6), Point(60, 6))], stroke)]),
            ], width: 58, height: 12)
        expect(
            drawn,
            looksLike: """
                          -                                               |
                         #@-           :               :*%%*:             |
                        #@#           :=    .*%%*.    +@@@@@@+            |
                       #@#           :==   .%@@@@%.  -@%-  -%@-           |
                      #@#           :===   *@@@@@@*  *@-    -@*           |
                     #@#           :====   %@@@@@@%  %@      @%  @@@@@@   |
                    #@#           :=====   %@@@@@@%  %@      @%  @@@@@@   |
                   #@#           :======   *@@@@@@*  *@-    -@*           |
                  #@#           :=======   .%@@@@%.  -@%-  -%@-           |
                 #@#           :========    .*%%*.    +@@@@@@+            |
                -@#           :=========               :*%%*:             |
                 -                                                        |
                """)
    }

    @Test("dashes have their rhythm, and a gradient passes from below upwards")
    func dashes() throws {
        let dashes = Dash.allCases.enumerated().map { index, dash in
            let y = Double(index) * 2 + 1
            return Primitive.polyline([Point(0, y), Point(40, y)], Stroke(black, width: 1, dash: dash))
        }
        let gradient = Primitive.gradient(
            Rectangle(left: 44, top: 0, width: 3, height: 10), fromBottom: [black, Color(hex: 0xFFFFFF)])
        expect(
            try picture(dashes + [gradient], width: 48, height: 10),
            looksLike: """
                ========================================        |
                ========================================    ... |
                ===  -==. :==: .==-  ===  ===  -==. :==:    ::: |
                ===  -==. :==: .==-  ===  ===  -==. :==:    --- |
                = .: -  - :. = .: -  - :. = .: -  - :. =    === |
                = .: -  - :. = .: -  - :. = .: -  - :. =    === |
                ====: :. -===: :. -===: :: :===- .: :===    +++ |
                ====: -. ====: :. -===- :: -===- .: :===    *** |
                =======  -======  :======. .======:  ===    ### |
                =======  -======  :======. .======:  ===    %%% |
                """)
    }

    @Test("long lines drawn at once keep every spike")
    func longLines() throws {
        let lines = (0..<5).map { line in
            Primitive.polyline(
                (0..<600).map { Point(Double($0) / 10, $0 == 100 * (line + 1) ? 1 : 7.5) },
                Stroke(black, width: 1))
        }
        expect(
            try picture(lines, width: 60, height: 10),
            looksLike: """
                         ..        ..        ..        ..        ..         |
                         *=        *=        *=        *=        *=         |
                         *=        *=        *=        *=        *=         |
                         *=        *=        *=        *=        *=         |
                         *=        *=        *=        *=        *=         |
                         *=        *=        *=        *=        *=         |
                         *=        *=        *=        *=        *=         |
                @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@%|
                                                                            |
                                                                            |
                """)
    }
}
