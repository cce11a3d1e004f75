import Datasets
import Training

extension DataSummary {
    /// The form of the examples where they are pictures: `[height, width]`, or with one to four channels beside them.
    var picture: PictureShape? {
        switch shape.count {
        case 2: PictureShape(height: shape[0], width: shape[1])
        case 3 where (1...4).contains(shape[2]):
            PictureShape(height: shape[0], width: shape[1], channels: shape[2])
        default: nil
        }
    }
}
