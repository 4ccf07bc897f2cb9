import Datasets
import Testing

@Suite struct ChildProcessTests {
    @Test func writesOutputToAFileWithoutAShell() throws {
        let directory = try TemporaryDirectory()
        var process = ChildProcess("printf", ["%s|%s", "$HOME; echo", "*"], timeout: 10)
        process.environment["X"] = "1"
        try process.run(outputPath: "\(directory.path)/out")
        #expect(directory.read("out") == Array("$HOME; echo|*".utf8))
    }

    @Test func endsWhatTakesTooLong() {
        #expect(throws: ChildProcessError.timedOut("sleep", seconds: 1)) {
            try ChildProcess("sleep", ["60"], timeout: 1).run()
        }
    }

    @Test func endsWhatWritesTooMuch() throws {
        let directory = try TemporaryDirectory()
        var process = ChildProcess("yes", [], timeout: 30)
        process.outputLimit = 100_000
        #expect(throws: ChildProcessError.tooMuchOutput("yes", limit: 100_000)) {
            try process.run(outputPath: "\(directory.path)/out")
        }
    }

    @Test func tellsHowAProgramFailed() {
        #expect(throws: ChildProcessError.notInstalled("no-such-program")) {
            try ChildProcess("no-such-program", [], timeout: 1).run()
        }
        #expect(throws: ChildProcessError.failed("false", status: 1, lastLine: "")) {
            try ChildProcess("false", [], timeout: 10).run()
        }
    }
}
