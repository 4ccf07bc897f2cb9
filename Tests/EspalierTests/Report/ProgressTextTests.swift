import Espalier
import Testing

@Suite struct ProgressTextTests {
    @Test func lineHasBarAndTimeLeft() {
        let text = ProgressText(step: "Train", fraction: 0.25, detail: "epoch 2 of 8", elapsedSeconds: 10)
        #expect(text.line(width: 80) == "Train  ━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 25 %  10 s, 30 s left  epoch 2 of 8")
        #expect(text.logLine == "Train: 25 %, 10 s, 30 s left, epoch 2 of 8")
    }

    @Test func unknownFractionHasNeither() {
        let text = ProgressText(step: "Setup", elapsedSeconds: 75)
        #expect(text.line(width: 80) == "Setup  1 min 15 s")
        #expect(text.secondsLeft == nil)
    }

    @Test func earlyGuessesAreNotMade() {
        #expect(ProgressText(step: "", fraction: 0.5, elapsedSeconds: 2).secondsLeft == nil)
        #expect(ProgressText(step: "", fraction: 0.001, elapsedSeconds: 20).secondsLeft == nil)
        #expect(ProgressText(step: "", fraction: 1, elapsedSeconds: 20).secondsLeft == 0)
    }

    @Test(arguments: 0...60)
    func lineIsNeverTooWide(width: Int) {
        let text = ProgressText(step: "Training", fraction: 0.5, detail: "a\nb", elapsedSeconds: 4)
        let line = text.line(width: width)
        #expect(line.count <= width)
        #expect(!line.contains("\n"))
    }

    @Test(arguments: [-1, 2, Double.nan, .infinity, -Double.infinity])
    func strangeFractionsAreTamed(fraction: Double) throws {
        let text = ProgressText(step: "Training", fraction: fraction, elapsedSeconds: 4)
        #expect((0...1).contains(try #require(text.fraction)))
        #expect(!text.line(width: 100).isEmpty)
    }
}
