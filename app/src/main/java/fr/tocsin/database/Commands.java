package fr.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs short programs of the operating system to their end.
final class Commands {

    /// @param output what it wrote, errors included
    record Result(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    private static final int NOT_FOUND = 127;

    private Commands() {}

    /// A program that is not installed counts as one that failed.
    static Result run(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Result(NOT_FOUND, String.valueOf(e.getMessage()));
        }
        try {
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.getFirst(), e);
        }
    }
}
