import Foundation
import Logging
import ResultsStore
import SweepPlanning
import Sweeps
import TrialFolders

/// From the controller's decisions to orders, and from what workers say and write to events.
extension TrialScheduler {
    func perform(_ actions: [SweepController.Action]) {
        for action in actions {
            switch action {
            case .start(let trial): start(trial)
            case .wait(let trial, let time): due[trial] = .now + time
            case .stop(let trial): askToEnd(trial, .interrupted)
            case .cancel(let trial): askToEnd(trial, .cancelled)
            case .record(let trial, let end): record(trial, end)
            case .finish(let finish):
                self.finish = finish
                for slot in slots.indices { dismiss(slot) }
            }
        }
    }

    private func start(_ identity: TrialIdentity) {
        guard let record = records[identity] else {
            preconditionFailure("the controller starts \(identity), which is no trial of the sweep")
        }
        progress.move(from: .pending, to: .running)
        do {
            let trial = assignment.folder.trial(identity)
            try trial.create(for: record.trial, number: record.number, sweep: assignment.sweepName)
            let earlier = trial.attempts()
            // What the store knows counts too: folders may have been removed.
            let newest = max(earlier.first?.number ?? 0, record.attempts, newestAttempts[identity] ?? 0)
            let attempt = try trial.claimAttempt(after: newest)
            newestAttempts[identity] = attempt.number
            underWay.insert(identity)
            let slot = staffedSlot()
            let (worker, time) = ("local \(slot + 1)", Date())
            changes.append(.attemptStarted(record.id, attempt: attempt.number, at: time, worker: worker))
            try attempt.noteStart(by: worker, at: time)
            let given = assignment.share(
                jobs: controller.limits.jobs, taken: slots.compactMap { $0.work?.gpus })
            slots[slot].work = WorkerSlot.Work(
                trial: record.trial, follower: AttemptFollower(trial: record.id, attempt: attempt),
                gpus: given.gpus ?? [])
            let numbers = earlier.map(\.number)
            try attempt.writeOrder(assignment.order(of: record, given: given, earlierAttempts: numbers))
            launcher.send(.attempt(identity, attempt), to: slot)
        } catch {
            // The run's last words say why.
            fail(Failure.cannotWrite(error))
            unbegun.insert(identity)
            perform(controller.handle(.unbegun(identity, reason: "its folder cannot be made")))
        }
    }

    /// The first slot that is free, with a worker at it.
    private func staffedSlot() -> Int {
        let slot =
            slots.firstIndex { $0.isFree && $0.isStaffed } ?? slots.firstIndex(where: \.isFree) ?? slots.count
        if slot == slots.count { slots.append(WorkerSlot()) }
        if !slots[slot].isStaffed {
            slots[slot].isStaffed = true
            slots[slot].isReady = false
            slots[slot].startFailure = nil
            slots[slot].looksWhileStarting = 0
            launcher.start(slot: slot, amongst: controller.limits.jobs)
        }
        return slot
    }

    private func askToEnd(_ trial: TrialIdentity, _ cause: StopCause) {
        guard let slot = slots.firstIndex(where: { $0.work?.trial.identity == trial }) else { return }
        askToEnd(at: slot, cause)
    }

    private func askToEnd(at slot: Int, _ cause: StopCause) {
        guard let work = slots[slot].work else { return }
        do throws(FileError) {
            try work.follower.attempt.requestStop(cause)
        } catch {
            // The worker is told all the same, and a full disk is seen by what is measured.
            logger.debug("\(error)")
        }
        launcher.send(.stop(work.trial.identity, cause), to: slot)
        if work.endsBy == nil { slots[slot].work?.endsBy = .now + assignment.patience }
    }

    func take(_ notice: WorkerNotice, from slot: Int) {
        switch notice {
        case .ready:
            slots[slot].isReady = true
            failedStarts = 0
            slots[slot].work?.began = .now
        case .cannotStart(let reason): slots[slot].startFailure = reason
        case .ended(let trial):
            // A worker that says so of another trial is no reason to think that its own is over.
            if slots[slot].work?.trial.identity == trial { endAttempt(at: slot, lost: nil) }
        case .warning(_, let message): logger.warning("\(message)")
        case .cannotWrite(_, let error):
            fail(Failure.cannotWrite(error))
            endAttempt(at: slot, lost: "its files cannot be written")
        }
    }

    /// The attempt at `slot` has ended, by its journal or, where that has no end, because its worker was `lost`.
    private func endAttempt(at slot: Int, lost reason: String?) {
        follow(slot)
        guard let work = slots[slot].work else { return }
        let identity = work.trial.identity
        slots[slot].work = nil
        // A worker that lives may still write.
        if work.follower.end == nil, !slots[slot].isStaffed { unsealed[identity] = work.follower.attempt }
        if work.follower.end == .finished { tellIfUnjudged(work) }
        if let end = work.follower.end ?? work.verdict {
            perform(controller.handle(.ended(identity, end)))
        } else {
            let tail = work.follower.attempt.logTail()
            let reason = reason ?? "the attempt's journal has no end"
            perform(controller.handle(.lost(identity, reason: tail.isEmpty ? reason : reason + "\n" + tail)))
        }
    }

    /// Says once that a trial does not measure what it is to be judged by.
    private func tellIfUnjudged(_ work: WorkerSlot.Work) {
        let objective = assignment.objective
        // What an earlier attempt measured may count.
        guard !hasToldUnjudged, objective.isNamed, work.objective == nil, work.follower.attempt.number == 1 else {
            return
        }
        hasToldUnjudged = true
        tell(.withoutObjective(work.trial, metric: objective.metric, measured: work.measured.sorted()))
    }

    /// Notes how an attempt ended, or a trial that has none under way.
    private func record(_ identity: TrialIdentity, _ end: AttemptEnd) {
        guard let record = records[identity] else { return }
        if let attempt = unsealed.removeValue(forKey: identity) { seal(attempt, end) }
        let (folder, time) = (assignment.folder.trial(identity), Date())
        do throws(FileError) {
            if underWay.remove(identity) != nil, let attempt = newestAttempts[identity] {
                changes.append(.attemptEnded(record.id, attempt: attempt, end, at: time))
                progress.move(from: .running, to: end.state)
                try AttemptFolder(trial: folder, number: attempt).noteEnd(end, at: time)
            } else {
                changes.append(.stateChanged(record.id, end.state, message: end.message, at: time))
                progress.move(from: .pending, to: end.state)
                if end.state.isEnd {
                    try folder.create(for: record.trial, number: record.number, sweep: assignment.sweepName)
                    try folder.note(end.state, at: time)
                }
            }
        } catch {
            // Of a folder that was removed meanwhile the store keeps what was committed.
            if error.errno != ENOENT { fail(Failure.cannotWrite(error)) }
        }
        progress.end(record.trial, as: end.state)
        if end.state.isEnd { progress.endedInThisRun += 1 }
        // Of trials without a worker it is said how many workers there are.
        if unbegun.remove(identity) == nil, end != .finished { tell(.trouble(record.trial, end)) }
    }

    /// Writes the end that a dead worker could not write, so that the journal is whole.
    private func seal(_ attempt: AttemptFolder, _ end: AttemptEnd) {
        do throws(FileError) {
            var journal = try JournalWriter(continuing: attempt.journal)
            try journal.append(.ended(end))
            try journal.flush()
        } catch {
            logger.warning("\(error)")
        }
    }

    func workerIsGone(from slot: Int, _ reason: String) {
        let wasReady = slots[slot].isReady
        let wasDismissed = slots[slot].leavesBy != nil
        slots[slot].isStaffed = false
        slots[slot].isReady = false
        slots[slot].leavesBy = nil
        endPrograms(of: slots[slot].work?.follower.attempt)
        if wasReady || wasDismissed { return endAttempt(at: slot, lost: reason) }
        workerDidNotStart(at: slot, slots[slot].startFailure ?? reason)
    }

    /// Ends what a worker that is gone could not end itself.
    private func endPrograms(of attempt: AttemptFolder?) {
        guard assignment.program != nil, let attempt else { return }
        let left = LeftPrograms.end(below: attempt.path)
        if left > 0 { logger.warning("\(Phrases.count(left, "process")) of '\(attempt.path)' cannot be ended") }
    }

    /// Goes on with the workers that there are, tries again, or gives up.
    private func workerDidNotStart(at slot: Int, _ reason: String) {
        let others = slots.count(where: \.isStaffed)
        if others > 0 {
            shortage = shortage ?? Shortage(wanted: controller.limits.jobs, reason: reason)
        } else {
            failedStarts += 1
            if failedStarts >= 3 || slots[slot].startFailure != nil { fail(Failure.noWorkers(reason)) }
        }
        guard let trial = slots[slot].work?.trial.identity else { return }
        slots[slot].work = nil
        unbegun.insert(trial)
        // The trial waits for one of the other workers.
        perform(controller.handle(.unbegun(trial, reason: reason, jobs: others > 0 ? others : nil)))
    }

    /// Says once how many workers there are, when all that can be started have been.
    func warnOfShortage() {
        guard let shortage, failure == nil, slots.allSatisfy({ !$0.isStaffed || $0.isReady }) else { return }
        self.shortage = nil
        let jobs = Phrases.count(controller.limits.jobs, "worker")
        guard controller.limits.jobs < shortage.wanted else { return }
        logger.warning(
            "The run goes on with \(jobs), as no more of the \(shortage.wanted) can be started: \(shortage.reason).")
    }

    /// Brings in what the attempt at `slot` has measured since.
    func follow(_ slot: Int) {
        guard var work = slots[slot].work else { return }
        do {
            let news = try work.follower.read()
            changes += news.changes
            for run in news.runs { work.take(run, objective: assignment.objective, into: &progress) }
            if news.damagedLines > 0 {
                logger.warning("\(work.follower.attempt.journal): \(news.damagedLines) damaged lines were left out")
            }
        } catch {
            fail(Failure.cannotWrite(error))
        }
        slots[slot].work = work
    }

    /// Stops an attempt whose time or memory is up: first by asking, then by force; likewise a worker that does not
    /// leave.
    func enforceLimits(at slot: Int) {
        let now = ContinuousClock.now
        guard slots[slot].isStaffed else { return }
        if !slots[slot].isReady, slots[slot].startFailure == nil { enforceStart(at: slot) }
        if let leavesBy = slots[slot].leavesBy, now > leavesBy { launcher.end(slot: slot, by: .kill) }
        guard let work = slots[slot].work else { return }
        if let endsBy = work.endsBy, now > endsBy { launcher.end(slot: slot, by: .kill) }
        // One that does not even start is not waited for without end.
        let waiting: Duration = slots[slot].isReady ? .zero : assignment.patience
        if let timeout = assignment.timeout, now - work.began > timeout + waiting, work.verdict == nil {
            slots[slot].work?.verdict = .timedOut
            askToEnd(at: slot, .timedOut)
        }
        if let limit = assignment.memoryLimit, let used = launcher.memory(ofWorkerAt: slot, above: limit) {
            // The first line is that of every such trial, so that trials in a row are seen to fail alike.
            let words =
                "it took more memory than '\(assignment.memoryKey)' allows, \(MemoryWords.text(limit))\n"
                + "it held \(MemoryWords.text(used))"
            slots[slot].work?.verdict = .failed(message: words)
            launcher.end(slot: slot, by: .kill)
        }
    }

    /// Ends a worker that does not answer after it was started.
    private func enforceStart(at slot: Int) {
        slots[slot].looksWhileStarting += 1
        guard Self.look * slots[slot].looksWhileStarting >= assignment.startPatience else { return }
        let seconds = assignment.startPatience / .seconds(1)
        slots[slot].startFailure =
            "it does not answer within \(Phrases.duration(seconds)) of being started; memory, threads or processors may be too "
            + "scarce for it"
        launcher.end(slot: slot, by: .kill)
    }

    /// Lets those workers go that the present number of jobs leaves without work.
    func dismissIdleWorkers() {
        let surplus = slots.count { $0.isStaffed && $0.leavesBy == nil } - controller.limits.jobs
        let idle = slots.indices.filter { slots[$0].isStaffed && slots[$0].isFree }
        for slot in idle.suffix(max(0, surplus)) { dismiss(slot) }
    }

    private func dismiss(_ slot: Int) {
        guard slots[slot].isStaffed, slots[slot].leavesBy == nil else { return }
        launcher.close(slot: slot)
        slots[slot].leavesBy = .now + assignment.patience
    }
}
