package fr.tocsin.media.moving;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The machine's own ffmpeg, where it has one. One job at a time, on one core, with an end; it
/// reads nothing but the one file that it is given, and of that only the formats that we name.
public final class Ffmpeg {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi";

    private final Path program;
    private final Semaphore turn = new Semaphore(1, true);

    private Ffmpeg(Path program) {
        this.program = program;
    }

    /// Looks for it where commands are looked for.
    public static Optional<Ffmpeg> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Ffmpeg::new);
    }

    /// H.264 and AAC without metadata, at most 1280 pixels wide; empty when ffmpeg cannot read it.
    Optional<byte[]> asMp4(byte[] file) {
        return run(
                file,
                "out.mp4",
                "-map",
                "0:v:0",
                "-map",
                "0:a:0?",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-sn",
                "-dn",
                "-t",
                "601",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "26",
                "-pix_fmt",
                "yuv420p",
                "-vf",
                "scale='trunc(min(1280,iw)/2)*2':-2",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-ac",
                "2",
                "-movflags",
                "+faststart",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-flags:a",
                "+bitexact");
    }

    Optional<byte[]> firstFrame(byte[] file) {
        return run(
                file,
                "out.jpg",
                "-map",
                "0:v:0",
                "-frames:v",
                "1",
                "-q:v",
                "3",
                "-map_metadata",
                "-1");
    }

    private Optional<byte[]> run(byte[] file, String out, String... how) {
        turn.acquireUninterruptibly();
        try {
            var folder = Files.createTempDirectory("tocsin-video");
            try {
                var in = Files.write(folder.resolve("in"), file);
                var result = folder.resolve(out);
                return ended(command(in, result, how)) && Files.isRegularFile(result)
                        ? Optional.of(Files.readAllBytes(result))
                        : Optional.empty();
            } finally {
                try (var left = Files.list(folder)) {
                    for (var one : left.toList()) {
                        Files.delete(one);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg could not be run", e);
        } finally {
            turn.release();
        }
    }

    private List<String> command(Path in, Path out, String... how) {
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        program.toString(),
                        "-nostdin",
                        "-v",
                        "error",
                        "-threads",
                        "1",
                        "-protocol_whitelist",
                        "file",
                        "-format_whitelist",
                        FORMATS,
                        "-i",
                        in.toString()));
        command.addAll(List.of(how));
        command.addAll(List.of("-threads", "1", "-y", out.toString()));
        return command;
    }

    private static boolean ended(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    && process.exitValue() == 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
