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
        text “Mean of 2 seeds, band from the least to the greatest. Ring: best epoch.” 7.1,23.8 leading size 5.7 #595959
        line #595959 0.7: 7.1,33.1 19.8,33.1
        text “train” 23.5,35.1 leading size 5.7 #1a1a1a
        line #595959 1.1 dashed: 48.9,33.1 61.7,33.1
        text “dev” 65.3,35.1 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 7.1,45.9 19.8,45.9
        text “sgd, lr 0.1” 23.5,47.9 leading size 5.7 #1a1a1a
        line #009e73 1.1: 67.6,45.9 80.3,45.9
        text “adam, lr 0.1” 84,47.9 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 131.2,45.9 144,45.9
        text “sgd, lr 1” 147.6,47.9 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 185.5,45.9 198.3,45.9
        text “adam, lr 1” 201.9,47.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 37.8,60–37.8,142.1 242.1,60–242.1,142.1 37.8,113.5–242.1,113.5 37.8,72–242.1,72
        inside 35.8,58 208.3×86.1:
          area #0072b2 12%: 37.8,103.5 242.1,120.1 242.1,123.4 37.8,106.9
          area #d55e00 12%: 37.8,90.3 242.1,106.9 242.1,110.2 37.8,93.6
          area #009e73 12%: 37.8,77 242.1,93.6 242.1,96.9 37.8,80.3
          area #cc79a7 12%: 37.8,63.7 242.1,80.3 242.1,83.6 37.8,67
          line #0072b2 0.7: 37.8,105.2 242.1,138.4
          line #0072b2 1.1 dashed: 37.8,105.2 242.1,121.8
          line #d55e00 0.7: 37.8,91.9 242.1,125.1
          line #d55e00 1.1 dashed: 37.8,91.9 242.1,108.5
          line #009e73 0.7: 37.8,78.7 242.1,111.8
          line #009e73 1.1 dashed: 37.8,78.7 242.1,95.2
          line #cc79a7 0.7: 37.8,65.4 242.1,98.6
          line #cc79a7 1.1 dashed: 37.8,65.4 242.1,82
        dot 242.1,121.8 radius 2.3 #ffffff
        circle 242.1,121.8 radius 1.5 #0072b2 0.9
        dot 242.1,108.5 radius 2.3 #ffffff
        circle 242.1,108.5 radius 1.5 #d55e00 0.9
        dot 242.1,95.2 radius 2.3 #ffffff
        circle 242.1,95.2 radius 1.5 #009e73 0.9
        dot 242.1,82 radius 2.3 #ffffff
        circle 242.1,82 radius 1.5 #cc79a7 0.9
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 242.1,142.1–242.1,145.1
        text “1” 37.8,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “0.00” 32.8,115.5 trailing size 5.7 #595959
        text “0.25” 32.8,74 trailing size 5.7 #595959
        text “Epoch” 140,163.8 centre size 6.4 #1a1a1a
        text “Loss” 13.4,101 centre upright size 6.4 #1a1a1a

        """#,
        .accuracy: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: accuracy per epoch” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Mean of 2 seeds, band from the least to the greatest. Ring: best epoch.” 7.1,23.8 leading size 5.7 #595959
        line #595959 0.7: 7.1,33.1 19.8,33.1
        text “train” 23.5,35.1 leading size 5.7 #1a1a1a
        line #595959 1.1 dashed: 48.9,33.1 61.7,33.1
        text “dev” 65.3,35.1 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 7.1,45.9 19.8,45.9
        text “adam, lr 1” 23.5,47.9 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 64.5,45.9 77.2,45.9
        text “sgd, lr 1” 80.9,47.9 leading size 5.7 #1a1a1a
        line #009e73 1.1: 118.8,45.9 131.5,45.9
        text “adam, lr 0.1” 135.2,47.9 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 182.4,45.9 195.2,45.9
        text “sgd, lr 0.1” 198.8,47.9 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 37.8,60–37.8,142.1 242.1,60–242.1,142.1 37.8,138.4–242.1,138.4 37.8,101–242.1,101 37.8,63.7–242.1,63.7
        inside 35.8,58 208.3×86.1:
          area #0072b2 12%: 37.8,99.6 242.1,69.7 242.1,72.7 37.8,102.5
          area #d55e00 12%: 37.8,111.5 242.1,81.6 242.1,84.6 37.8,114.5
          area #009e73 12%: 37.8,123.4 242.1,93.6 242.1,96.6 37.8,126.4
          area #cc79a7 12%: 37.8,135.4 242.1,105.5 242.1,108.5 37.8,138.4
          line #0072b2 0.7: 37.8,86.1 242.1,63.7
          line #0072b2 1.1 dashed: 37.8,101 242.1,71.2
          line #d55e00 0.7: 37.8,98.1 242.1,75.7
          line #d55e00 1.1 dashed: 37.8,113 242.1,83.1
          line #009e73 0.7: 37.8,110 242.1,87.6
          line #009e73 1.1 dashed: 37.8,124.9 242.1,95.1
          line #cc79a7 0.7: 37.8,121.9 242.1,99.6
          line #cc79a7 1.1 dashed: 37.8,136.9 242.1,107
        dot 242.1,71.2 radius 2.3 #ffffff
        circle 242.1,71.2 radius 1.5 #0072b2 0.9
        dot 242.1,83.1 radius 2.3 #ffffff
        circle 242.1,83.1 radius 1.5 #d55e00 0.9
        dot 242.1,95.1 radius 2.3 #ffffff
        circle 242.1,95.1 radius 1.5 #009e73 0.9
        dot 242.1,107 radius 2.3 #ffffff
        circle 242.1,107 radius 1.5 #cc79a7 0.9
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 242.1,142.1–242.1,145.1
        text “1” 37.8,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “0.50” 32.8,140.3 trailing size 5.7 #595959
        text “0.75” 32.8,103 trailing size 5.7 #595959
        text “1.00” 32.8,65.7 trailing size 5.7 #595959
        text “Epoch” 140,163.8 centre size 6.4 #1a1a1a
        text “Accuracy” 13.4,101 centre upright size 6.4 #1a1a1a

        """#,
        .batchLoss: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: batch loss per step” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Mean of 2 seeds.” 7.1,23.8 leading size 5.7 #595959
        line #0072b2 1.1: 7.1,33.1 19.8,33.1
        text “adam, lr 1” 23.5,35.1 leading size 5.7 #1a1a1a
        line #d55e00 1.1: 64.5,33.1 77.2,33.1
        text “sgd, lr 1” 80.9,35.1 leading size 5.7 #1a1a1a
        line #009e73 1.1: 118.8,33.1 131.5,33.1
        text “adam, lr 0.1” 135.2,35.1 leading size 5.7 #1a1a1a
        line #cc79a7 1.1: 182.4,33.1 195.2,33.1
        text “sgd, lr 0.1” 198.8,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 37.8,47.2–37.8,142.1 140,47.2–140,142.1 242.1,47.2–242.1,142.1 37.8,137.8–242.1,137.8 37.8,94.7–242.1,94.7 37.8,51.5–242.1,51.5
        inside 35.8,45.2 208.3×98.9:
          line #0072b2 1.1: 37.8,51.5 242.1,137.8
          line #d55e00 1.1: 37.8,51.5 242.1,137.8
          line #009e73 1.1: 37.8,51.5 242.1,137.8
          line #cc79a7 1.1: 37.8,51.5 242.1,137.8
        segments #4d4d4d 0.8: 37.8,142.1–242.1,142.1 37.8,142.1–37.8,145.1 140,142.1–140,145.1 242.1,142.1–242.1,145.1
        text “10” 37.8,152.8 centre size 5.7 #595959
        text “15” 140,152.8 centre size 5.7 #595959
        text “20” 242.1,152.8 centre size 5.7 #595959
        text “0.50” 32.8,139.8 trailing size 5.7 #595959
        text “0.75” 32.8,96.6 trailing size 5.7 #595959
        text “1.00” 32.8,53.5 trailing size 5.7 #595959
        text “Step” 140,163.8 centre size 6.4 #1a1a1a
        text “Batch loss” 13.4,94.7 centre upright size 6.4 #1a1a1a

        """#,
        .lr: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: learning rate per epoch” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Configurations with the same learning rates share a line.” 7.1,23.8 leading size 5.7 #595959
        line #0072b2 1.1: 7.1,33.1 19.8,33.1
        text “adam, lr 1 and 3 more” 23.5,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 40.9,47.2–40.9,142.1 242.1,47.2–242.1,142.1 40.9,137.8–242.1,137.8 40.9,94.7–242.1,94.7 40.9,51.5–242.1,51.5
        inside 38.9,45.2 205.2×98.9:
          line #0072b2 1.1: 40.9,51.5 242.1,137.8
        segments #4d4d4d 0.8: 40.9,142.1–242.1,142.1 40.9,142.1–40.9,145.1 242.1,142.1–242.1,145.1
        text “1” 40.9,152.8 centre size 5.7 #595959
        text “2” 242.1,152.8 centre size 5.7 #595959
        text “0.050” 35.9,139.8 trailing size 5.7 #595959
        text “0.075” 35.9,96.6 trailing size 5.7 #595959
        text “0.100” 35.9,53.5 trailing size 5.7 #595959
        text “Epoch” 141.5,163.8 centre size 6.4 #1a1a1a
        text “Learning rate” 13.4,94.7 centre upright size 6.4 #1a1a1a

        """#,
        .final: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy of each configuration” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: mean of 2 seeds; small: each seed; an interval takes 3 seeds.” 7.1,23.8 leading size 5.7 #595959
        dot 13.4,33.1 radius 2.1 #0072b2
        text “tied with the best” 23.5,35.1 leading size 5.7 #1a1a1a
        dot 95.7,33.1 radius 2.1 #595959
        text “worse” 105.8,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 56.5,47.2–56.5,142.1 125.2,47.2–125.2,142.1 193.8,47.2–193.8,142.1 49.4,59.1–242.1,59.1 49.4,82.8–242.1,82.8 49.4,106.5–242.1,106.5 49.4,130.2–242.1,130.2
        dot 221.3,59.1 radius 1 #0072b2 45%
        dot 235,59.1 radius 1 #0072b2 45%
        dot 166.4,82.8 radius 1 #0072b2 45%
        dot 180.1,82.8 radius 1 #0072b2 45%
        dot 228.1,59.1 radius 2.5 #ffffff
        dot 228.1,59.1 radius 2.1 #0072b2
        dot 173.2,82.8 radius 2.5 #ffffff
        dot 173.2,82.8 radius 2.1 #0072b2
        dot 111.5,106.5 radius 1 #595959 45%
        dot 125.2,106.5 radius 1 #595959 45%
        dot 56.5,130.2 radius 1 #595959 45%
        dot 70.3,130.2 radius 1 #595959 45%
        dot 118.3,106.5 radius 2.5 #ffffff
        dot 118.3,106.5 radius 2.1 #595959
        dot 63.4,130.2 radius 2.5 #ffffff
        dot 63.4,130.2 radius 2.1 #595959
        segments #4d4d4d 0.8: 49.4,142.1–242.1,142.1 56.5,142.1–56.5,145.1 125.2,142.1–125.2,145.1 193.8,142.1–193.8,145.1
        text “0.7” 56.5,152.8 centre size 5.7 #595959
        text “0.8” 125.2,152.8 centre size 5.7 #595959
        text “0.9” 193.8,152.8 centre size 5.7 #595959
        text “adam, lr 1” 44.4,61.1 trailing size 5.7 #595959
        text “sgd, lr 1” 44.4,84.8 trailing size 5.7 #595959
        text “adam, lr 0.1” 44.4,108.5 trailing size 5.7 #595959
        text “sgd, lr 0.1” 44.4,132.2 trailing size 5.7 #595959
        text “Dev accuracy” 145.8,163.8 centre size 6.4 #1a1a1a

        """#,
        .sensitivity: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy against lr” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Point: the best configuration there, me…f 2 seeds; ring: the best of the line.” 7.1,23.8 leading size 5.7 #595959
        line #d55e00 1.1: 7.1,33.1 19.8,33.1
        text “adam” 23.5,35.1 leading size 5.7 #1a1a1a
        line #0072b2 1.1: 45.8,33.1 58.5,33.1
        text “sgd” 62.2,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 58.6,47.2–58.6,142.1 218.2,47.2–218.2,142.1 34.7,141.4–242.1,141.4 34.7,105.4–242.1,105.4 34.7,69.5–242.1,69.5
        inside 32.7,45.2 211.5×98.9:
          line #d55e00 1.1: 57.7,109 217.3,51.5
        dot 57.7,109 radius 2.1 #ffffff
        dot 57.7,109 radius 1.7 #d55e00
        dot 217.3,51.5 radius 2.1 #ffffff
        dot 217.3,51.5 radius 1.7 #d55e00
        inside 32.7,45.2 211.5×98.9:
          line #0072b2 1.1: 59.5,137.8 219.1,80.3
        dot 59.5,137.8 radius 2.1 #ffffff
        dot 59.5,137.8 radius 1.7 #0072b2
        dot 219.1,80.3 radius 2.1 #ffffff
        dot 219.1,80.3 radius 1.7 #0072b2
        dot 217.3,51.5 radius 3.2 #ffffff
        circle 217.3,51.5 radius 2.2 #d55e00 1.3
        dot 219.1,80.3 radius 3.2 #ffffff
        circle 219.1,80.3 radius 2.2 #0072b2 1.3
        segments #4d4d4d 0.8: 34.7,142.1–242.1,142.1 58.6,142.1–58.6,145.1 218.2,142.1–218.2,145.1
        text “0.1” 58.6,152.8 centre size 5.7 #595959
        text “1” 218.2,152.8 centre size 5.7 #595959
        text “0.7” 29.7,143.4 trailing size 5.7 #595959
        text “0.8” 29.7,107.4 trailing size 5.7 #595959
        text “0.9” 29.7,71.5 trailing size 5.7 #595959
        text “lr” 138.4,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,94.7 centre upright size 6.4 #1a1a1a

        """#,
        .heatMap: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy by lr and optimizer” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Cell: the best configuration with these values, mean of 2 seeds.” 7.1,23.8 leading size 5.7 #595959
        inside 35.8,32.5 172.9×111.6:
          rectangle 38.2,34.9 83.7×53 #f2f3bc
          rectangle 122.7,34.9 83.7×53 #157497
          rectangle 38.2,88.7 83.7×53 #63be9f
          rectangle 122.7,88.7 83.7×53 #350d79
          text “0.71” 80,63.3 centre size 5.7 #111111
          text “0.87” 164.5,63.3 centre size 5.7 #ffffff
          text “0.79” 80,117.2 centre size 5.7 #111111
          text “0.95” 164.5,117.2 centre size 5.7 #ffffff
        segments #4d4d4d 0.8: 37.8,142.1–206.7,142.1
        text “0.1” 80,152.8 centre size 5.7 #595959
        text “1” 164.5,152.8 centre size 5.7 #595959
        text “sgd” 32.8,63.3 trailing size 5.7 #595959
        text “adam” 32.8,117.2 trailing size 5.7 #595959
        text “lr” 122.3,163.8 centre size 6.4 #1a1a1a
        text “optimizer” 13.4,88.3 centre upright size 6.4 #1a1a1a
        gradient 218.7,34.5 6.8×107.6 #f2f3bc #dbe9b1 #c2e0a8 #a7d6a2 #8bcc9f #6dc29e #4db79f #24aba1 #169ca1 #1a8c9d #027e9b #006f98 #015f97 #044d9c #223b93 #2f2688 #350d79
        segments #4d4d4d 0.8: 225.5,101.7–228.5,101.7 225.5,56.9–228.5,56.9
        text “0.8” 239.9,103.7 trailing size 5.7 #595959
        text “0.9” 239.9,58.9 trailing size 5.7 #595959
        text “Dev accuracy” 250.2,88.3 centre upright size 6.4 #1a1a1a

        """#,
        .slices: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy by each hyperparameter” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a configuration, mean of 2 seeds; ring: the best.” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 46,45.7–46,153.4 121.1,45.7–121.1,153.4 34.7,152.6–132.4,152.6 34.7,111.8–132.4,111.8 34.7,71–132.4,71
        dot 121.1,50.6 radius 1.7 #0072b2 80%
        dot 121.1,83.2 radius 1.7 #0072b2 80%
        dot 46,115.9 radius 1.7 #0072b2 80%
        dot 46,148.5 radius 1.7 #0072b2 80%
        dot 121.1,50.6 radius 3.2 #ffffff
        circle 121.1,50.6 radius 2.2 #d55e00 1.3
        segments #4d4d4d 0.8: 34.7,153.4–132.4,153.4 46,153.4–46,156.4 121.1,153.4–121.1,156.4
        text “0.1” 46,164 centre size 5.7 #595959
        text “1” 121.1,164 centre size 5.7 #595959
        text “0.7” 29.7,154.5 trailing size 5.7 #595959
        text “0.8” 29.7,113.8 trailing size 5.7 #595959
        text “0.9” 29.7,73 trailing size 5.7 #595959
        text “lr” 34.7,40.8 leading size 6.4 bold #1a1a1a
        segments #e4e4e4 0.6: 144.4,152.6–242.1,152.6 144.4,111.8–242.1,111.8 144.4,71–242.1,71
        dot 217.7,50.6 radius 1.7 #0072b2 80%
        dot 168.8,83.2 radius 1.7 #0072b2 80%
        dot 217.7,115.9 radius 1.7 #0072b2 80%
        dot 168.8,148.5 radius 1.7 #0072b2 80%
        dot 217.7,50.6 radius 3.2 #ffffff
        circle 217.7,50.6 radius 2.2 #d55e00 1.3
        segments #4d4d4d 0.8: 144.4,153.4–242.1,153.4
        text “sgd” 168.8,164 centre size 5.7 #595959
        text “adam” 217.7,164 centre size 5.7 #595959
        text “optimizer” 144.4,40.8 leading size 6.4 bold #1a1a1a
        text “Dev accuracy” 13.4,99.6 centre upright size 6.4 #1a1a1a

        """#,
        .parallel: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: configurations and their dev accuracy” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Line: a configuration, mean of 2 seeds; the thick one is the best.” 7.1,23.8 leading size 5.7 #595959
        inside 5.1,32.5 239.1×122.9:
          line #8bcc9f 80% 0.6: 46.2,149.1 124.6,42 203,149.1
          line #169ca1 80% 0.6: 46.2,149.1 124.6,149.1 203,113.4
          line #015f97 80% 0.6: 46.2,42 124.6,42 203,77.7
        rectangle 105.7,142 15.4×6.5 #ffffff 85%
        rectangle 108.8,34.9 12.3×6.5 #ffffff 85%
        segments #4d4d4d 0.8: 46.2,149.1–46.2,42 43.2,149.1–46.2,149.1 43.2,42–46.2,42 124.6,149.1–124.6,42 121.6,149.1–124.6,149.1 121.6,42–124.6,42 203,149.1–203,42 206,108.9–203,108.9 206,64.3–203,64.3
        inside 5.1,32.5 239.1×122.9:
          line #d55e00 1.4: 46.2,42 124.6,149.1 203,42
        text “0.1” 41.2,151.1 trailing size 5.7 #595959
        text “1” 41.2,43.9 trailing size 5.7 #595959
        text “adam” 119.6,147.1 trailing size 5.7 #1a1a1a
        text “sgd” 119.6,40 trailing size 5.7 #1a1a1a
        text “0.8” 208,110.9 leading size 5.7 #595959
        text “0.9” 208,66.3 leading size 5.7 #595959
        text “lr” 46.2,164 centre size 5.7 #595959
        text “optimizer” 124.6,164 centre size 5.7 #595959
        text “Dev accuracy” 203,164 centre size 5.7 #595959

        """#,
        .importance: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: what dev accuracy depends on” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Functional ANOVA over a forest; line: ±…configurations: too little to rely on.” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 40.1,34.5–40.1,142.1 137.2,34.5–137.2,142.1 234.4,34.5–234.4,142.1 40.1,61.4–242.1,61.4 40.1,115.2–242.1,115.2
        inside 38.1,32.5 206.1×111.6:
          rectangle 40.1,42.5 116.6×37.7 #0072b2
          rectangle 40.1,96.4 77.7×37.7 #0072b2
          segments #1a1a1a 0.6: 59.5,61.4–234.4,61.4 59.5,59.7–59.5,63.1 234.4,59.7–234.4,63.1 40.1,115.2–214.9,115.2 40.1,113.5–40.1,116.9 214.9,113.5–214.9,116.9
        segments #4d4d4d 0.8: 40.1,142.1–242.1,142.1 40.1,142.1–40.1,145.1 137.2,142.1–137.2,145.1 234.4,142.1–234.4,145.1
        text “0” 40.1,152.8 centre size 5.7 #595959
        text “50” 137.2,152.8 centre size 5.7 #595959
        text “100” 234.4,152.8 centre size 5.7 #595959
        text “lr” 35.1,63.3 trailing size 5.7 #595959
        text “optimizer” 35.1,117.2 trailing size 5.7 #595959
        text “Share of its variance (%)” 141.1,163.8 centre size 6.4 #1a1a1a

        """#,
        .history: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy found so far” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a trial at its best epoch.” 7.1,23.8 leading size 5.7 #595959
        line #0072b2 1.1: 7.1,33.1 19.8,33.1
        text “best so far” 23.5,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 123.6,47.2–123.6,142.1 242.1,47.2–242.1,142.1 34.7,137.8–242.1,137.8 34.7,104.6–242.1,104.6 34.7,71.4–242.1,71.4
        dot 34.7,137.8 radius 1.9 #ffffff
        dot 34.7,137.8 radius 1.6 #56b4e9
        dot 64.3,131.2 radius 1.9 #ffffff
        dot 64.3,131.2 radius 1.6 #56b4e9
        dot 93.9,111.2 radius 1.9 #ffffff
        dot 93.9,111.2 radius 1.6 #56b4e9
        dot 123.6,104.6 radius 1.9 #ffffff
        dot 123.6,104.6 radius 1.6 #56b4e9
        dot 153.2,84.7 radius 1.9 #ffffff
        dot 153.2,84.7 radius 1.6 #56b4e9
        dot 182.9,78.1 radius 1.9 #ffffff
        dot 182.9,78.1 radius 1.6 #56b4e9
        dot 212.5,58.2 radius 1.9 #ffffff
        dot 212.5,58.2 radius 1.6 #56b4e9
        dot 242.1,51.5 radius 1.9 #ffffff
        dot 242.1,51.5 radius 1.6 #56b4e9
        inside 32.7,45.2 211.5×98.9:
          line #0072b2 1.1: 34.7,137.8 64.3,137.8 64.3,131.2 93.9,131.2 93.9,111.2 123.6,111.2 123.6,104.6 153.2,104.6 153.2,84.7 182.9,84.7 182.9,78.1 212.5,78.1 212.5,58.2 242.1,58.2 242.1,51.5 242.1,51.5
        segments #4d4d4d 0.8: 34.7,142.1–242.1,142.1 123.6,142.1–123.6,145.1 242.1,142.1–242.1,145.1
        text “4” 123.6,152.8 centre size 5.7 #595959
        text “8” 242.1,152.8 centre size 5.7 #595959
        text “0.7” 29.7,139.8 trailing size 5.7 #595959
        text “0.8” 29.7,106.6 trailing size 5.7 #595959
        text “0.9” 29.7,73.4 trailing size 5.7 #595959
        text “Trials ended” 138.4,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,94.7 centre upright size 6.4 #1a1a1a

        """#,
        .pareto: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: dev accuracy against training time” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Dot: a configuration, mean of 2 seeds. …s: no other is both faster and better.” 7.1,23.8 leading size 5.7 #595959
        area #0072b2: 13.4,30.1 16.4,33.1 13.4,36.1 10.4,33.1
        text “adam, lr 1” 23.5,35.1 leading size 5.7 #1a1a1a
        segments #e4e4e4 0.6: 34.7,47.2–34.7,142.1 103.8,47.2–103.8,142.1 173,47.2–173,142.1 242.1,47.2–242.1,142.1 34.7,141.4–242.1,141.4 34.7,105.4–242.1,105.4 34.7,69.5–242.1,69.5
        dot 103.8,80.3 radius 1.6 #595959 45%
        dot 173,109 radius 1.6 #595959 45%
        dot 242.1,137.8 radius 1.6 #595959 45%
        inside 32.7,45.2 211.5×98.9:
          line #595959 0.6: 34.7,51.5 242.1,51.5
        line #ffffff 0.7: 34.7,48.5 37.7,51.5 34.7,54.5 31.7,51.5 34.7,48.5 37.7,51.5
        area #0072b2: 34.7,48.5 37.7,51.5 34.7,54.5 31.7,51.5
        segments #4d4d4d 0.8: 34.7,142.1–242.1,142.1 34.7,142.1–34.7,145.1 103.8,142.1–103.8,145.1 173,142.1–173,145.1 242.1,142.1–242.1,145.1
        text “1” 34.7,152.8 centre size 5.7 #595959
        text “2” 103.8,152.8 centre size 5.7 #595959
        text “3” 173,152.8 centre size 5.7 #595959
        text “4” 242.1,152.8 centre size 5.7 #595959
        text “0.7” 29.7,143.4 trailing size 5.7 #595959
        text “0.8” 29.7,107.4 trailing size 5.7 #595959
        text “0.9” 29.7,71.5 trailing size 5.7 #595959
        text “Time of a trial (s)” 138.4,163.8 centre size 6.4 #1a1a1a
        text “Dev accuracy” 13.4,94.7 centre upright size 6.4 #1a1a1a

        """#,
        .timeline: #"""
        rectangle 0,0 259.2×172.8 #ffffff
        text “digits: trials over time” 7.1,15.6 leading size 8.5 bold #1a1a1a
        text “Bar: an attempt at a trial. 2 workers, busy 92 % of the time.” 7.1,23.8 leading size 5.7 #595959
        segments #e4e4e4 0.6: 47.1,34.5–47.1,142.1 172.1,34.5–172.1,142.1 47.1,61.4–242.1,61.4 47.1,115.2–242.1,115.2
        inside 45.1,32.5 199×111.6:
          rectangle 47.1,42.5 44.6×37.7 #0072b2
          rectangle 47.1,96.4 44.6×37.7 #0072b2
          rectangle 97.1,42.5 44.6×37.7 #0072b2
          rectangle 97.1,96.4 44.6×37.7 #0072b2
          rectangle 147.1,42.5 44.6×37.7 #0072b2
          rectangle 147.1,96.4 44.6×37.7 #0072b2
          rectangle 197.1,42.5 44.6×37.7 #0072b2
          rectangle 197.1,96.4 44.6×37.7 #0072b2
        segments #4d4d4d 0.8: 47.1,142.1–242.1,142.1 47.1,142.1–47.1,145.1 172.1,142.1–172.1,145.1
        text “0.0” 47.1,152.8 centre size 5.7 #595959
        text “2.5” 172.1,152.8 centre size 5.7 #595959
        text “local 1” 42.1,63.3 trailing size 5.7 #595959
        text “local 2” 42.1,117.2 trailing size 5.7 #595959
        text “Time since the start (s)” 144.6,163.8 centre size 6.4 #1a1a1a
        text “Worker” 13.4,88.3 centre upright size 6.4 #1a1a1a

        """#,
    ]
}
