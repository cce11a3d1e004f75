public import Foundation
public import Sweeps

/// A sweep as the store knows it.
public struct SweepRecord: Hashable, Sendable, Identifiable {
    public struct ID: Hashable, Sendable {
        let row: Int64
    }

    public let id: ID
    public let name: String
    public let description: String?
    public let method: Sweep.Method
    public let objective: Objective
    /// Of the sweep's file, as it was given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    public let fileHash: String
    /// The names of what the file varies, in its order.
    public let parameterNames: [String]
    public let createdAt: Date
    public let updatedAt: Date
}
