package fr.tocsin.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A clone with the real script in it, on a machine whose Java and Maven are doubles.
final class LauncherHouse {

    record Outcome(int code, String output, String errors) {}

    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "cat",
                    "cksum",
                    "cp",
                    "dirname",
                    "env",
                    "find",
                    "head",
                    "id",
                    "env",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "touch");

    private static final String JAVA =
            """
            case "$*" in
                *jarmode*) mkdir -p "${6}"; touch "${6}/tocsin-app-0.1.0-server.jar" ;;
                *AOTCacheOutput*)
                    REHEARSED
                    written=${*#*AOTCacheOutput=}
                    touch "${written%% -jar*}"
                    ;;
                *)
                    echo "java runs: $0 $*"
                    echo "in $PWD"
                    echo "data ${TOCSIN_DATA-}"
                    [ "$$" = "$LAUNCHER" ] && echo "pid same"
                    ;;
            esac
            exit 0
            """;

    private static final String MAVEN =
            "mkdir -p app/target; touch app/target/tocsin-app-0.1.0-server.jar";

    private final Path root;
    private final Path programs;

    LauncherHouse(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.programs = Files.createDirectories(root.resolveSibling("programs"));
        Files.copy(Path.of("../tocsin"), this.root.resolve("tocsin"));
        write("pom.xml", "<project>\n  <version>0.1.0</version>\n</project>\n");
        write("app/pom.xml", "<project/>");
        write("app/src/main/java/Old.java", "class Old {}");
        for (var tool : TOOLS) {
            var inBin = Path.of("/bin", tool);
            var real = Files.exists(inBin) ? inBin : Path.of("/usr/bin", tool);
            executable(programs.resolve(tool), "exec " + real + " \"$@\"");
        }
    }

    Path root() {
        return root;
    }

    /// The one that is new enough.
    String jdk() {
        return root.resolveSibling("jdk-25").toString();
    }

    String jdk(String name, String version) throws IOException {
        return jdk(name, version, ":");
    }

    /// @param rehearsed what this Java does at a rehearsal before it writes the cache
    String jdk(String name, String version, String rehearsed) throws IOException {
        var jdk = root.resolveSibling(name);
        executable(jdk.resolve("bin/java"), JAVA.replace("REHEARSED", rehearsed));
        executable(jdk.resolve("bin/javac"), "exit 1");
        Files.writeString(
                jdk.resolve("release"),
                "JAVA_RUNTIME_VERSION=\"%s+9\"\nJAVA_VERSION=\"%s\"\n".formatted(version, version));
        Files.deleteIfExists(programs.resolve("javac"));
        Files.createSymbolicLink(
                programs.resolve("javac"), root.resolveSibling("jdk-25").resolve("bin/javac"));
        return jdk.toString();
    }

    /// As on a machine that has none in its usual folders either.
    void hideJdks() throws IOException {
        Files.delete(programs.resolve("javac"));
        var script = root.resolve("tocsin");
        Files.writeString(
                script,
                Files.readString(script)
                        .replace("/usr/", "/nowhere/")
                        .replace("/opt/", "/nowhere/")
                        .replace("/Library/", "/nowhere/"));
    }

    void maven(String version) throws IOException {
        program(
                "mvn",
                "[ \"$1\" = --version ] && { echo Apache Maven " + version + "; exit; }\n" + MAVEN);
    }

    void withoutMaven() throws IOException {
        Files.move(programs.resolve("mvn"), programs.resolve("mvn.later"));
    }

    void program(String name, String body) throws IOException {
        Files.deleteIfExists(programs.resolve(name));
        executable(programs.resolve(name), body);
    }

    void write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    void age(String path, Instant time) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(time));
    }

    Outcome run(Path from, Map<String, String> environment, String command) throws Exception {
        return run(root.resolve("tocsin"), from, environment, command);
    }

    Outcome run(Path script, Path from, Map<String, String> environment, String command)
            throws Exception {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", "LAUNCHER=$$ exec /bin/sh \"$@\""));
        words.addAll(List.of("sh", script.toString()));
        if (!command.isEmpty()) {
            words.add(command);
        }
        var output = Files.createTempFile(root, "output", "");
        var errors = Files.createTempFile(root, "errors", "");
        var builder =
                new ProcessBuilder(words)
                        .directory(from.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", programs.toString(), "HOME", root.toString()));
        builder.environment().putAll(environment);
        var code = builder.start().waitFor();
        return new Outcome(
                code,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
