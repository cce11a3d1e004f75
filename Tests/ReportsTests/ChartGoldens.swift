// swift-format-ignore-file: lines are as long as what is drawn

@testable import Reports

/// What `KindGoldenTests` compares with: one primitive a line, from back to front.
///
/// After a change that is meant, `SWEEP_NEW_GOLDENS=FOLDER swift test --filter KindGoldenTests` writes the new texts.
enum ChartGoldens {
    static let texts: [ChartKind: String] = [
        .loss: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: loss per epoch” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Mean of 2 seeds, band of the best from the least to the greatest. …” 7.1,23.8 leading size 5.7 #595959
        line #595959 0.7: 7.1,32 19.8,32
        text “train” 23.5,33.9 leading size 5.7 #1a1a1a
        line #595959 1.1 dashed: 48.9,32 61.7,32
        text “dev” 65.3,33.9 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 7.1,43.3 19.8,43.3
        text “sgd, lr 0.1” 23.5,45.3 leading size 5.7 #1a1a1a
        line #009e73 1.1: 67.6,43.3 80.3,43.3
        text “adam, lr 0.1” 84,45.3 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 131.2,43.3 144,43.3
        text “sgd, lr 1” 147.6,45.3 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 185.5,43.3 198.3,43.3
        text “adam, lr 1” 201.9,45.3 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 37.8,54.2–37.8,142.1 242.1,54.2–242.1,142.1 37.8,129–242.1,129 37.8,110.8–242.1,110.8 37.8,92.7–242.1,92.7 37.8,74.5–242.1,74.5 37.8,56.3–242.1,56.3
        inside 35.8,52.2 208.3×91.9:
          area #0072b2 18%: 37.8,99.9 242.1,118.1 242.1,121.8 37.8,103.6
          line #0072b2 0.7: 37.8,101.8 242.1,138.1
          line #0072b2 1.1 dashed: 37.8,101.8 242.1,119.9
          line #d55e00 0.7: 37.8,87.2 242.1,123.6
          line #d55e00 1.1 dashed: 37.8,87.2 242.1,105.4
          line #009e73 0.7: 37.8,72.7 242.1,109
          line #009e73 1.1 dashed: 37.8,72.7 242.1,90.9
          line #cc79a7 0.7: 37.8,58.2 242.1,94.5
          line #cc79a7 1.1 dashed: 37.8,58.2 242.1,76.3
        dot 242.1,119.9 radius 2.3 #ffffff
        circle 242.1,119.9 radius 1.5 #0072b2 0.9
        dot 242.1,105.4 radius 2.3 #ffffff
        circle 242.1,105.4 radius 1.5 #d55e00 0.9
        dot 242.1,90.9 radius 2.3 #ffffff
        circle 242.1,90.9 radius 1.5 #009e73 0.9
        dot 242.1,76.3 radius 2.3 #ffffff
        circle 242.1,76.3 radius 1.5 #cc79a7 0.9
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 242.1,142.1–242.1,145.1
        text “1” 37.8,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “−0.1” 32.8,131 trailing size 5.7 #595959
        text “0.0” 32.8,112.8 trailing size 5.7 #595959
        text “0.1” 32.8,94.7 trailing size 5.7 #595959
        text “0.2” 32.8,76.5 trailing size 5.7 #595959
        text “0.3” 32.8,58.3 trailing size 5.7 #595959
        text “Epoch” 140,163.8 centre size 6.4 #1a1a1a
        text “Loss” 13.4,98.1 centre upright size 6.4 #1a1a1a

        """#,
        .accuracy: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: accuracy per epoch” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Mean of 2 seeds, band of the best from the least to the greatest. …” 7.1,23.8 leading size 5.7 #595959
        line #595959 0.7: 7.1,32 19.8,32
        text “train” 23.5,33.9 leading size 5.7 #1a1a1a
        line #595959 1.1 dashed: 48.9,32 61.7,32
        text “dev” 65.3,33.9 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 7.1,43.3 19.8,43.3
        text “adam, lr 1” 23.5,45.3 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 64.5,43.3 77.2,43.3
        text “sgd, lr 1” 80.9,45.3 leading size 5.7 #1a1a1a
        line #009e73 1.1: 118.8,43.3 131.5,43.3
        text “adam, lr 0.1” 135.2,45.3 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 182.4,43.3 195.2,43.3
        text “sgd, lr 0.1” 198.8,45.3 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 34.7,54.2–34.7,142.1 242.1,54.2–242.1,142.1 34.7,139.7–242.1,139.7 34.7,123.4–242.1,123.4 34.7,107.1–242.1,107.1 34.7,90.8–242.1,90.8 34.7,74.5–242.1,74.5 34.7,58.2–242.1,58.2
        inside 32.7,52.2 211.5×91.9:
          area #0072b2 18%: 34.7,97.3 242.1,64.7 242.1,67.9 34.7,100.6
          line #0072b2 0.7: 34.7,82.6 242.1,58.2
          line #0072b2 1.1 dashed: 34.7,98.9 242.1,66.3
          line #d55e00 0.7: 34.7,95.7 242.1,71.2
          line #d55e00 1.1 dashed: 34.7,112 242.1,79.4
          line #009e73 0.7: 34.7,108.7 242.1,84.3
          line #009e73 1.1 dashed: 34.7,125.1 242.1,92.4
          line #cc79a7 0.7: 34.7,121.8 242.1,97.3
          line #cc79a7 1.1 dashed: 34.7,138.1 242.1,105.5
        dot 242.1,66.3 radius 2.3 #ffffff
        circle 242.1,66.3 radius 1.5 #0072b2 0.9
        dot 242.1,79.4 radius 2.3 #ffffff
        circle 242.1,79.4 radius 1.5 #d55e00 0.9
        dot 242.1,92.4 radius 2.3 #ffffff
        circle 242.1,92.4 radius 1.5 #009e73 0.9
        dot 242.1,105.5 radius 2.3 #ffffff
        circle 242.1,105.5 radius 1.5 #cc79a7 0.9
        segments #4d4d4d 0.8: 34.7,142.1–242.1,142.1 34.7,142.1–34.7,145.1 242.1,142.1–242.1,145.1
        text “1” 34.7,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “0.5” 29.7,141.7 trailing size 5.7 #595959
        text “0.6” 29.7,125.4 trailing size 5.7 #595959
        text “0.7” 29.7,109.1 trailing size 5.7 #595959
        text “0.8” 29.7,92.8 trailing size 5.7 #595959
        text “0.9” 29.7,76.4 trailing size 5.7 #595959
        text “1.0” 29.7,60.1 trailing size 5.7 #595959
        text “Epoch” 138.4,163.8 centre size 6.4 #1a1a1a
        text “Accuracy” 13.4,98.1 centre upright size 6.4 #1a1a1a

        """#,
        .batchLoss: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: batch loss per step” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Mean of 2 seeds.” 7.1,23.8 leading size 5.7 #595959
        line #0072b2 1.1: 7.1,32 19.8,32
        text “adam, lr 1” 23.5,33.9 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 64.5,32 77.2,32
        text “sgd, lr 1” 80.9,33.9 leading size 5.7 #1a1a1a
        line #009e73 1.1: 118.8,32 131.5,32
        text “adam, lr 0.1” 135.2,33.9 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 182.4,32 195.2,32
        text “sgd, lr 0.1” 198.8,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 34.7,42.8–34.7,142.1 55.4,42.8–55.4,142.1 76.2,42.8–76.2,142.1 96.9,42.8–96.9,142.1 117.7,42.8–117.7,142.1 138.4,42.8–138.4,142.1 159.1,42.8–159.1,142.1 179.9,42.8–179.9,142.1 200.6,42.8–200.6,142.1 221.4,42.8–221.4,142.1 242.1,42.8–242.1,142.1 34.7,137.6–242.1,137.6 34.7,119.5–242.1,119.5 34.7,101.5–242.1,101.5 34.7,83.4–242.1,83.4 34.7,65.4–242.1,65.4 34.7,47.4–242.1,47.4
        inside 32.7,40.8 211.5×103.3:
          line #0072b2 1.1: 34.7,47.4 242.1,137.6
          line #d55e00 1.1: 34.7,47.4 242.1,137.6
          line #009e73 1.1: 34.7,47.4 242.1,137.6
          line #cc79a7 1.1: 34.7,47.4 242.1,137.6
        segments #4d4d4d 0.8: 34.7,142.1–242.1,142.1 34.7,142.1–34.7,145.1 55.4,142.1–55.4,145.1 76.2,142.1–76.2,145.1 96.9,142.1–96.9,145.1 117.7,142.1–117.7,145.1 138.4,142.1–138.4,145.1 159.1,142.1–159.1,145.1 179.9,142.1–179.9,145.1 200.6,142.1–200.6,145.1 221.4,142.1–221.4,145.1 242.1,142.1–242.1,145.1
        text “10” 34.7,152.8 centre size 5.7 #595959
        text “11” 55.4,152.8 centre size 5.7 #595959
        text “12” 76.2,152.8 centre size 5.7 #595959
        text “13” 96.9,152.8 centre size 5.7 #595959
        text “14” 117.7,152.8 centre size 5.7 #595959
        text “15” 138.4,152.8 centre size 5.7 #595959
        text “16” 159.1,152.8 centre size 5.7 #595959
        text “17” 179.9,152.8 centre size 5.7 #595959
        text “18” 200.6,152.8 centre size 5.7 #595959
        text “19” 221.4,152.8 centre size 5.7 #595959
        text “20” 242.1,152.8 centre size 5.7 #595959
        text “0.5” 29.7,139.6 trailing size 5.7 #595959
        text “0.6” 29.7,121.5 trailing size 5.7 #595959
        text “0.7” 29.7,103.5 trailing size 5.7 #595959
        text “0.8” 29.7,85.4 trailing size 5.7 #595959
        text “0.9” 29.7,67.4 trailing size 5.7 #595959
        text “1.0” 29.7,49.3 trailing size 5.7 #595959
        text “Step” 138.4,163.8 centre size 6.4 #1a1a1a
        text “Batch loss” 13.4,92.5 centre upright size 6.4 #1a1a1a

        """#,
        .lr: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: learning rate per epoch” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Configurations with the same learning rates share a line.” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 37.8,31.5–37.8,142.1 140,31.5–140,142.1 242.1,31.5–242.1,142.1 37.8,137.1–242.1,137.1 37.8,117–242.1,117 37.8,96.9–242.1,96.9 37.8,76.8–242.1,76.8 37.8,56.7–242.1,56.7 37.8,36.6–242.1,36.6
        inside 35.8,29.5 208.3×114.6:
          line #0072b2 1.1: 37.8,36.6 140,36.6 140,137.1 242.1,137.1
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 140,142.1–140,145.1 242.1,142.1–242.1,145.1
        text “0” 37.8,152.8 centre size 5.7 #595959
        text “1” 140,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “0.05” 32.8,139.1 trailing size 5.7 #595959
        text “0.06” 32.8,119 trailing size 5.7 #595959
        text “0.07” 32.8,98.8 trailing size 5.7 #595959
        text “0.08” 32.8,78.7 trailing size 5.7 #595959
        text “0.09” 32.8,58.6 trailing size 5.7 #595959
        text “0.10” 32.8,38.5 trailing size 5.7 #595959
        text “Epochs done, as milestones, t_0 and formulas count them” 140,163.8 centre size 6.4 #1a1a1a
        text “Learning rate” 13.4,86.8 centre upright size 6.4 #1a1a1a

        """#,
        .final: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy of each configuration” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: mean of 2 seeds; small: each seed; an interval takes 3 seeds.” 7.1,23.8 leading size 5.7 #595959
        dot 13.4,32 radius 2.1 #0072b2
        text “tied with the best” 23.5,33.9 leading size 5.7 #1a1a1a
        dot 95.7,32 radius 2.1 #ffffff
        circle 95.7,32 radius 1.6 #595959 1
        text “worse” 105.8,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 56.5,42.8–56.5,142.1 90.9,42.8–90.9,142.1 125.2,42.8–125.2,142.1 159.5,42.8–159.5,142.1 193.8,42.8–193.8,142.1 228.1,42.8–228.1,142.1 49.4,55.2–242.1,55.2 49.4,80.1–242.1,80.1 49.4,104.9–242.1,104.9 49.4,129.7–242.1,129.7
        dot 221.3,55.2 radius 1 #0072b2 45%
        dot 235,55.2 radius 1 #0072b2 45%
        dot 166.4,80.1 radius 1 #0072b2 45%
        dot 180.1,80.1 radius 1 #0072b2 45%
        dot 228.1,55.2 radius 2.5 #ffffff
        dot 228.1,55.2 radius 2.1 #0072b2
        dot 173.2,80.1 radius 2.5 #ffffff
        dot 173.2,80.1 radius 2.1 #0072b2
        dot 111.5,104.9 radius 1 #595959 45%
        dot 125.2,104.9 radius 1 #595959 45%
        dot 56.5,129.7 radius 1 #595959 45%
        dot 70.3,129.7 radius 1 #595959 45%
        dot 118.3,104.9 radius 2.5 #ffffff
        circle 118.3,104.9 radius 1.6 #595959 1
        dot 63.4,129.7 radius 2.5 #ffffff
        circle 63.4,129.7 radius 1.6 #595959 1
        segments #4d4d4d 0.8: 49.4,142.1–242.1,142.1 56.5,142.1–56.5,145.1 90.9,142.1–90.9,145.1 125.2,142.1–125.2,145.1 159.5,142.1–159.5,145.1 193.8,142.1–193.8,145.1 228.1,142.1–228.1,145.1
        text “0.70” 56.5,152.8 centre size 5.7 #595959
        text “0.75” 90.9,152.8 centre size 5.7 #595959
        text “0.80” 125.2,152.8 centre size 5.7 #595959
        text “0.85” 159.5,152.8 centre size 5.7 #595959
        text “0.90” 193.8,152.8 centre size 5.7 #595959
        text “0.95” 228.1,152.8 centre size 5.7 #595959
        text “adam, lr 1” 44.4,57.2 trailing size 5.7 #595959
        text “sgd, lr 1” 44.4,82 trailing size 5.7 #595959
        text “adam, lr 0.1” 44.4,106.9 trailing size 5.7 #595959
        text “sgd, lr 0.1” 44.4,131.7 trailing size 5.7 #595959
        text “Dev accuracy” 145.8,163.8 centre size 6.4 #1a1a1a

        """#,
        .sensitivity: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy against lr” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Point: the best configuration there, me…f 2 seeds; ring: the best of the line.” 7.1,23.8 leading size 5.7 #595959
        line #d55e00 1.1: 7.1,32 19.8,32
        text “adam” 23.5,33.9 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 45.8,32 58.5,32
        text “sgd” 62.2,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 61.4,42.8–61.4,142.1 218.6,42.8–218.6,142.1 37.8,141.3–242.1,141.3 37.8,122.6–242.1,122.6 37.8,103.8–242.1,103.8 37.8,85–242.1,85 37.8,66.2–242.1,66.2 37.8,47.4–242.1,47.4
        inside 35.8,40.8 208.3×103.3:
          line #d55e00 1.1: 60.4,107.5 217.6,47.4
        dot 60.4,107.5 radius 2.1 #ffffff
        dot 60.4,107.5 radius 1.7 #d55e00
        dot 217.6,47.4 radius 2.1 #ffffff
        dot 217.6,47.4 radius 1.7 #d55e00
        inside 35.8,40.8 208.3×103.3:
          line #0072b2 1.1: 62.3,137.6 219.5,77.4
        dot 62.3,137.6 radius 2.1 #ffffff
        dot 62.3,137.6 radius 1.7 #0072b2
        dot 219.5,77.4 radius 2.1 #ffffff
        dot 219.5,77.4 radius 1.7 #0072b2
        dot 217.6,47.4 radius 3.2 #ffffff
        circle 217.6,47.4 radius 2.2 #d55e00 1.3
        dot 219.5,77.4 radius 3.2 #ffffff
        circle 219.5,77.4 radius 2.2 #0072b2 1.3
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 61.4,142.1–61.4,145.1 218.6,142.1–218.6,145.1
        text “0.1” 61.4,152.8 centre size 5.7 #595959
        text “1” 218.6,152.8 centre size 5.7 #595959
        text “0.70” 32.8,143.3 trailing size 5.7 #595959
        text “0.75” 32.8,124.5 trailing size 5.7 #595959
        text “0.80” 32.8,105.7 trailing size 5.7 #595959
        text “0.85” 32.8,86.9 trailing size 5.7 #595959
        text “0.90” 32.8,68.1 trailing size 5.7 #595959
        text “0.95” 32.8,49.3 trailing size 5.7 #595959
        text “lr” 140,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,92.5 centre upright size 6.4 #1a1a1a

        """#,
        .heatMap: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy by lr and optimizer” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Cell: the best configuration with these values, mean of 2 seeds.” 7.1,23.8 leading size 5.7 #595959
        inside 35.8,29.5 169.8×114.6:
          rectangle 38.2,31.9 82.1×54.5 #f2f3bc
          rectangle 121.1,31.9 82.1×54.5 #157497
          rectangle 38.2,87.2 82.1×54.5 #63be9f
          rectangle 121.1,87.2 82.1×54.5 #350d79
          text “0.71” 79.2,61.2 centre size 5.7 #111111
          text “0.87” 162.2,61.2 centre size 5.7 #ffffff
          text “0.79” 79.2,116.4 centre size 5.7 #111111
          text “0.95” 162.2,116.4 centre size 5.7 #ffffff
        segments #4d4d4d 0.8: 37.8,142.1–203.6,142.1
        text “0.1” 79.2,152.8 centre size 5.7 #595959
        text “1” 162.2,152.8 centre size 5.7 #595959
        text “sgd” 32.8,61.2 trailing size 5.7 #595959
        text “adam” 32.8,116.4 trailing size 5.7 #595959
        text “lr” 120.7,163.8 centre size 6.4 #1a1a1a
        text “optimizer” 13.4,86.8 centre upright size 6.4 #1a1a1a
        gradient 215.6,31.5 6.8×110.6 #f2f3bc #dbe9b1 #c2e0a8 #a7d6a2 #8bcc9f #6dc29e #4db79f #24aba1 #169ca1 #1a8c9d #027e9b #006f98 #015f97 #044d9c #223b93 #2f2688 #350d79
        segments #4d4d4d 0.8: 222.4,123.7–225.4,123.7 222.4,100.6–225.4,100.6 222.4,77.6–225.4,77.6 222.4,54.6–225.4,54.6 222.4,31.5–225.4,31.5
        text “0.75” 239.9,125.7 trailing size 5.7 #595959
        text “0.80” 239.9,102.6 trailing size 5.7 #595959
        text “0.85” 239.9,79.6 trailing size 5.7 #595959
        text “0.90” 239.9,56.5 trailing size 5.7 #595959
        text “0.95” 239.9,33.5 trailing size 5.7 #595959
        text “Dev accuracy” 250.2,86.8 centre upright size 6.4 #1a1a1a

        """#,
        .slices: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy by each hyperparameter” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a configuration, mean of 2 seeds; ring: the best.” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 48.3,42.8–48.3,153.4 118.2,42.8–118.2,153.4 37.8,152.5–128.7,152.5 37.8,131.6–128.7,131.6 37.8,110.7–128.7,110.7 37.8,89.7–128.7,89.7 37.8,68.8–128.7,68.8 37.8,47.8–128.7,47.8
        dot 118.2,47.8 radius 1.7 #0072b2 80%
        dot 118.2,81.3 radius 1.7 #0072b2 80%
        dot 48.3,114.8 radius 1.7 #0072b2 80%
        dot 48.3,148.3 radius 1.7 #0072b2 80%
        dot 118.2,47.8 radius 3.2 #ffffff
        circle 118.2,47.8 radius 2.2 #d55e00 1.3
        segments #4d4d4d 0.8: 37.8,153.4–128.7,153.4 48.3,153.4–48.3,156.4 118.2,153.4–118.2,156.4
        text “0.1” 48.3,164 centre size 5.7 #595959
        text “1” 118.2,164 centre size 5.7 #595959
        text “0.70” 32.8,154.5 trailing size 5.7 #595959
        text “0.75” 32.8,133.6 trailing size 5.7 #595959
        text “0.80” 32.8,112.6 trailing size 5.7 #595959
        text “0.85” 32.8,91.7 trailing size 5.7 #595959
        text “0.90” 32.8,70.7 trailing size 5.7 #595959
        text “0.95” 32.8,49.8 trailing size 5.7 #595959
        text “lr” 37.8,37.9 leading size 6.4 bold #1a1a1a
        segments #e4e4e4 0.6: 151.2,152.5–242.1,152.5 151.2,131.6–242.1,131.6 151.2,110.7–242.1,110.7 151.2,89.7–242.1,89.7 151.2,68.8–242.1,68.8 151.2,47.8–242.1,47.8
        dot 219.4,47.8 radius 1.7 #0072b2 80%
        dot 173.9,81.3 radius 1.7 #0072b2 80%
        dot 219.4,114.8 radius 1.7 #0072b2 80%
        dot 173.9,148.3 radius 1.7 #0072b2 80%
        dot 219.4,47.8 radius 3.2 #ffffff
        circle 219.4,47.8 radius 2.2 #d55e00 1.3
        segments #4d4d4d 0.8: 151.2,153.4–242.1,153.4
        text “sgd” 173.9,164 centre size 5.7 #595959
        text “adam” 219.4,164 centre size 5.7 #595959
        text “optimizer” 151.2,37.9 leading size 6.4 bold #1a1a1a
        text “Dev accuracy” 13.4,98.1 centre upright size 6.4 #1a1a1a

        """#,
        .parallel: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: configurations and their dev accuracy” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Line: a configuration, mean of 2 seeds; the thick one is the best.” 7.1,23.8 leading size 5.7 #595959
        inside 5.1,29.5 239.1×125.8:
          line #8bcc9f 80% 0.6: 46.2,149 124.6,39.2 203,149
          line #169ca1 80% 0.6: 46.2,149 124.6,149 203,112.4
          line #015f97 80% 0.6: 46.2,39.2 124.6,39.2 203,75.8
        rectangle 105.7,141.9 15.4×6.5 #ffffff 85%
        rectangle 108.8,32.1 12.3×6.5 #ffffff 85%
        segments #4d4d4d 0.8: 46.2,149–46.2,39.2 43.2,149–46.2,149 43.2,39.2–46.2,39.2 124.6,149–124.6,39.2 121.6,149–124.6,149 121.6,39.2–124.6,39.2 203,149–203,39.2 206,130.7–203,130.7 206,107.8–203,107.8 206,84.9–203,84.9 206,62.1–203,62.1 206,39.2–203,39.2
        inside 5.1,29.5 239.1×125.8:
          line #d55e00 1.4: 46.2,39.2 124.6,149 203,39.2
        text “0.1” 41.2,151 trailing size 5.7 #595959
        text “1” 41.2,41.2 trailing size 5.7 #595959
        text “adam” 119.6,147 trailing size 5.7 #1a1a1a
        text “sgd” 119.6,37.2 trailing size 5.7 #1a1a1a
        text “0.75” 208,132.7 leading size 5.7 #595959
        text “0.80” 208,109.8 leading size 5.7 #595959
        text “0.85” 208,86.9 leading size 5.7 #595959
        text “0.90” 208,64.1 leading size 5.7 #595959
        text “0.95” 208,41.2 leading size 5.7 #595959
        text “lr” 46.2,164 centre size 5.7 #595959
        text “optimizer” 124.6,164 centre size 5.7 #595959
        text “Dev accuracy” 203,164 centre size 5.7 #595959

        """#,
        .importance: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: what dev accuracy depends on” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Functional ANOVA over a forest; line: ± 1 standard deviation between trees. …” 7.1,23.8 leading size 5.7 #595959
        rectangle 7.1,29.7 12.7×4.5 #0072b2
        text “alone” 23.5,33.9 leading size 5.7 #1a1a1a
        rectangle 48.9,29.7 12.7×4.5 #8cc0dc
        text “two together, beyond each alone” 65.3,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 43.2,42.8–43.2,142.1 79.3,42.8–79.3,142.1 115.4,42.8–115.4,142.1 151.5,42.8–151.5,142.1 187.6,42.8–187.6,142.1 223.7,42.8–223.7,142.1 43.2,59.4–223.7,59.4 43.2,92.5–223.7,92.5 43.2,125.6–223.7,125.6
        inside 41.2,40.8 184.5×103.3:
          rectangle 43.2,47.8 176.7×23.2 #0072b2
          rectangle 43.2,80.9 2.3×23.2 #0072b2
          rectangle 43.2,114 1.6×23.2 #8cc0dc
          segments #ffffff 1.5: 215.6,59.4–223.7,59.4 215.6,57.7–215.6,61.1 223.7,57.7–223.7,61.1 43.2,92.5–49,92.5 43.2,90.8–43.2,94.2 49,90.8–49,94.2 43.8,125.6–45.7,125.6 43.8,123.9–43.8,127.3 45.7,123.9–45.7,127.3
          segments #1a1a1a 0.6: 215.6,59.4–223.7,59.4 215.6,57.7–215.6,61.1 223.7,57.7–223.7,61.1 43.2,92.5–49,92.5 43.2,90.8–43.2,94.2 49,90.8–49,94.2 43.8,125.6–45.7,125.6 43.8,123.9–43.8,127.3 45.7,123.9–45.7,127.3
        rectangle 226.2,56.3 15.4×6.5 #ffffff 85%
        text “98 %” 227.7,61.4 leading size 5.7 #1a1a1a
        rectangle 51.5,89.4 12.3×6.5 #ffffff 85%
        text “1 %” 53,94.5 leading size 5.7 #1a1a1a
        rectangle 48.2,122.4 12.3×6.5 #ffffff 85%
        text “1 %” 49.7,127.5 leading size 5.7 #1a1a1a
        segments #4d4d4d 0.8: 43.2,142.1–223.7,142.1 43.2,142.1–43.2,145.1 79.3,142.1–79.3,145.1 115.4,142.1–115.4,145.1 151.5,142.1–151.5,145.1 187.6,142.1–187.6,145.1 223.7,142.1–223.7,145.1
        text “0” 43.2,152.8 centre size 5.7 #595959
        text “20” 79.3,152.8 centre size 5.7 #595959
        text “40” 115.4,152.8 centre size 5.7 #595959
        text “60” 151.5,152.8 centre size 5.7 #595959
        text “80” 187.6,152.8 centre size 5.7 #595959
        text “100” 223.7,152.8 centre size 5.7 #595959
        text “lr” 38.2,61.4 trailing size 5.7 #595959
        text “width” 38.2,94.5 trailing size 5.7 #595959
        text “lr × width” 38.2,127.5 trailing size 5.7 #595959
        text “Share of the variance of dev accuracy (%)” 133.4,163.8 centre size 6.4 #1a1a1a

        """#,
        .history: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy found so far” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a trial at its best epoch.” 7.1,23.8 leading size 5.7 #595959
        line #0072b2 1.1: 7.1,32 19.8,32
        text “best so far” 23.5,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 37.8,42.8–37.8,142.1 67,42.8–67,142.1 96.2,42.8–96.2,142.1 125.4,42.8–125.4,142.1 154.6,42.8–154.6,142.1 183.7,42.8–183.7,142.1 212.9,42.8–212.9,142.1 242.1,42.8–242.1,142.1 37.8,137.6–242.1,137.6 37.8,120.2–242.1,120.2 37.8,102.9–242.1,102.9 37.8,85.5–242.1,85.5 37.8,68.2–242.1,68.2 37.8,50.8–242.1,50.8
        dot 37.8,137.6 radius 1.9 #ffffff
        dot 37.8,137.6 radius 1.6 #73b1d5
        dot 67,130.6 radius 1.9 #ffffff
        dot 67,130.6 radius 1.6 #73b1d5
        dot 96.2,109.8 radius 1.9 #ffffff
        dot 96.2,109.8 radius 1.6 #73b1d5
        dot 125.4,102.9 radius 1.9 #ffffff
        dot 125.4,102.9 radius 1.6 #73b1d5
        dot 154.6,82.1 radius 1.9 #ffffff
        dot 154.6,82.1 radius 1.6 #73b1d5
        dot 183.7,75.1 radius 1.9 #ffffff
        dot 183.7,75.1 radius 1.6 #73b1d5
        dot 212.9,54.3 radius 1.9 #ffffff
        dot 212.9,54.3 radius 1.6 #73b1d5
        dot 242.1,47.4 radius 1.9 #ffffff
        dot 242.1,47.4 radius 1.6 #73b1d5
        inside 35.8,40.8 208.3×103.3:
          line #0072b2 1.1: 37.8,137.6 67,137.6 67,130.6 96.2,130.6 96.2,109.8 125.4,109.8 125.4,102.9 154.6,102.9 154.6,82.1 183.7,82.1 183.7,75.1 212.9,75.1 212.9,54.3 242.1,54.3 242.1,47.4 242.1,47.4
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 67,142.1–67,145.1 96.2,142.1–96.2,145.1 125.4,142.1–125.4,145.1 154.6,142.1–154.6,145.1 183.7,142.1–183.7,145.1 212.9,142.1–212.9,145.1 242.1,142.1–242.1,145.1
        text “1” 37.8,152.8 centre size 5.7 #595959
        text “2” 67,152.8 centre size 5.7 #595959
        text “3” 96.2,152.8 centre size 5.7 #595959
        text “4” 125.4,152.8 centre size 5.7 #595959
        text “5” 154.6,152.8 centre size 5.7 #595959
        text “6” 183.7,152.8 centre size 5.7 #595959
        text “7” 212.9,152.8 centre size 5.7 #595959
        text “8” 242.1,152.8 centre size 5.7 #595959
        text “0.70” 32.8,139.6 trailing size 5.7 #595959
        text “0.75” 32.8,122.2 trailing size 5.7 #595959
        text “0.80” 32.8,104.9 trailing size 5.7 #595959
        text “0.85” 32.8,87.5 trailing size 5.7 #595959
        text “0.90” 32.8,70.2 trailing size 5.7 #595959
        text “0.95” 32.8,52.8 trailing size 5.7 #595959
        text “Trials ended” 140,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,92.5 centre upright size 6.4 #1a1a1a

        """#,
        .pareto: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy against training time” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a configuration, mean of 2 seeds. …” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 37.8,31.5–37.8,142.1 71.8,31.5–71.8,142.1 105.9,31.5–105.9,142.1 140,31.5–140,142.1 174,31.5–174,142.1 208.1,31.5–208.1,142.1 242.1,31.5–242.1,142.1 37.8,140.5–242.1,140.5 37.8,121.9–242.1,121.9 37.8,103.3–242.1,103.3 37.8,84.7–242.1,84.7 37.8,66.2–242.1,66.2 37.8,47.6–242.1,47.6
        dot 105.9,77.3 radius 1.6 #595959 45%
        dot 174,107 radius 1.6 #595959 45%
        dot 242.1,136.8 radius 1.6 #595959 45%
        inside 35.8,29.5 208.3×114.6:
          line #595959 0.6: 37.8,47.6 242.1,47.6
        line #ffffff 0.7: 37.8,44.6 40.8,47.6 37.8,50.6 34.8,47.6 37.8,44.6 40.8,47.6
        area #0072b2: 37.8,44.6 40.8,47.6 37.8,50.6 34.8,47.6
        rectangle 39.8,37.8 34.1×6.5 #ffffff 85%
        text “adam, lr 1” 41.3,42.9 leading size 5.7 #1a1a1a
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 71.8,142.1–71.8,145.1 105.9,142.1–105.9,145.1 140,142.1–140,145.1 174,142.1–174,145.1 208.1,142.1–208.1,145.1 242.1,142.1–242.1,145.1
        text “1.0” 37.8,152.8 centre size 5.7 #595959
        text “1.5” 71.8,152.8 centre size 5.7 #595959
        text “2.0” 105.9,152.8 centre size 5.7 #595959
        text “2.5” 140,152.8 centre size 5.7 #595959
        text “3.0” 174,152.8 centre size 5.7 #595959
        text “3.5” 208.1,152.8 centre size 5.7 #595959
        text “4.0” 242.1,152.8 centre size 5.7 #595959
        text “0.70” 32.8,142.4 trailing size 5.7 #595959
        text “0.75” 32.8,123.9 trailing size 5.7 #595959
        text “0.80” 32.8,105.3 trailing size 5.7 #595959
        text “0.85” 32.8,86.7 trailing size 5.7 #595959
        text “0.90” 32.8,68.1 trailing size 5.7 #595959
        text “0.95” 32.8,49.6 trailing size 5.7 #595959
        text “Time of a trial (s)” 140,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,86.8 centre upright size 6.4 #1a1a1a

        """#,
        .timeline: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: trials over time” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Bar: an attempt at a trial. 2 workers, busy 92 % of the time.” 7.1,23.8 leading size 5.7 #595959
        rectangle 7.1,29.7 12.7×4.5 #0072b2
        text “sgd” 23.5,33.9 leading size 5.7 #1a1a1a
        rectangle 42.7,29.7 12.7×4.5 #d55e00
        text “adam” 59.1,33.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 47.1,42.8–47.1,142.1 72.1,42.8–72.1,142.1 97.1,42.8–97.1,142.1 122.1,42.8–122.1,142.1 147.1,42.8–147.1,142.1 172.1,42.8–172.1,142.1 197.1,42.8–197.1,142.1 222.1,42.8–222.1,142.1 47.1,67.7–242.1,67.7 47.1,117.3–242.1,117.3
        inside 45.1,40.8 199×103.3:
          rectangle 47.1,59 45×17.4 #0072b2
          segments #99c7e0 0.4: 47.3,59–47.3,76.3
          rectangle 47.1,108.6 45×17.4 #0072b2
          segments #99c7e0 0.4: 47.3,108.6–47.3,126
          rectangle 147.1,59 45×17.4 #0072b2
          segments #99c7e0 0.4: 147.3,59–147.3,76.3
          rectangle 147.1,108.6 45×17.4 #0072b2
          segments #99c7e0 0.4: 147.3,108.6–147.3,126
          rectangle 97.1,59 45×17.4 #d55e00
          segments #eebf99 0.4: 97.3,59–97.3,76.3
          rectangle 97.1,108.6 45×17.4 #d55e00
          segments #eebf99 0.4: 97.3,108.6–97.3,126
          rectangle 197.1,59 45×17.4 #d55e00
          segments #eebf99 0.4: 197.3,59–197.3,76.3
          rectangle 197.1,108.6 45×17.4 #d55e00
          segments #eebf99 0.4: 197.3,108.6–197.3,126
        segments #4d4d4d 0.8: 47.1,142.1–242.1,142.1 47.1,142.1–47.1,145.1 72.1,142.1–72.1,145.1 97.1,142.1–97.1,145.1 122.1,142.1–122.1,145.1 147.1,142.1–147.1,145.1 172.1,142.1–172.1,145.1 197.1,142.1–197.1,145.1 222.1,142.1–222.1,145.1
        text “0.0” 47.1,152.8 centre size 5.7 #595959
        text “0.5” 72.1,152.8 centre size 5.7 #595959
        text “1.0” 97.1,152.8 centre size 5.7 #595959
        text “1.5” 122.1,152.8 centre size 5.7 #595959
        text “2.0” 147.1,152.8 centre size 5.7 #595959
        text “2.5” 172.1,152.8 centre size 5.7 #595959
        text “3.0” 197.1,152.8 centre size 5.7 #595959
        text “3.5” 222.1,152.8 centre size 5.7 #595959
        text “local 1” 42.1,69.6 trailing size 5.7 #595959
        text “local 2” 42.1,119.3 trailing size 5.7 #595959
        text “Time since the start (s)” 144.6,163.8 centre size 6.4 #1a1a1a
        text “Worker” 13.4,92.5 centre upright size 6.4 #1a1a1a

        """#,
    ]
}
