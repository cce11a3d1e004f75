/// The metrics' names of TensorBoard's tags.
///
/// A tag is the name, in a folder of a part of the data (Keras writes `train` and `validation`) the folder and the tag. Of
/// several folders that hold one tag the first has it, the others have it after their own name.
struct TensorBoardNames {
    private var owners: [String: String] = [:]

    mutating func metric(tag: String, folder: String) -> String {
        let last = folder.split(separator: "/").last.map(String.init) ?? ""
        if MetricWords.part(of: last.lowercased()) != nil { return last + "/" + tag }
        if let owner = owners[tag] { return owner == folder ? tag : last.isEmpty ? tag : last + "/" + tag }
        if owners.count < 10_000 { owners[tag] = folder }
        return tag
    }
}
