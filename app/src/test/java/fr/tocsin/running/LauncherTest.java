package fr.tocsin.running;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.running.LauncherHouse.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `./tocsin`, with a Java and a Maven that only say how they were called.
class LauncherTest {

    @TempDir Path folder;

    private LauncherHouse house;

    @BeforeEach
    void build() throws IOException {
        house = new LauncherHouse(folder.resolve("a clone"));
        house.jdk("jdk-25", "25.0.3");
        house.maven("3.9.9");
    }

    @Test
    void buildsOnceAndRuns() throws Exception {
        var first = run();
        var second = run();

        assertThat(first.code()).isZero();
        assertThat(first.errors()).contains("Building Tocsin 0.1.0");
        assertThat(first.output()).contains("java runs").contains("/tocsin.jar");
        assertThat(second.errors()).doesNotContain("Building");
        assertThat(second.output()).contains("java runs");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run();
        house.write("app/src/main/java/New.java", "class New {}");
        house.age("app/src/main/java/New.java", Instant.now().plusSeconds(5));

        assertThat(run().errors()).contains("Building");
    }

    @Test
    void saysWhenTheBuildFails() throws Exception {
        house.program("mvn", "[ \"$1\" = --version ] && echo Apache Maven 3.9.9");

        var outcome = run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("the build failed");
        assertThat(outcome.output()).doesNotContain("java runs");
    }

    @Test
    void runsFromAnyFolderAndKeepsTheCallersPaths() throws Exception {
        var outcome =
                house.run(folder, Map.of("TOCSIN_DATA", "my data", "JAVA_HOME", house.jdk()), "");

        assertThat(outcome.output())
                .contains("in " + house.root())
                .contains("data " + folder.toRealPath() + "/my data");
    }

    @Test
    void runsThroughALink() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), house.root().resolve("tocsin"));

        var outcome = house.run(link, folder, Map.of("JAVA_HOME", house.jdk()), "version");

        assertThat(outcome.output()).isEqualTo("0.1.0\n");
    }

    @Test
    void passesByAJavaThatIsTooOld() throws Exception {
        var old = house.jdk("jdk-17", "17.0.1");

        var outcome = house.run(house.root(), Map.of("JAVA_HOME", old), "");

        assertThat(outcome.output()).contains("jdk-25/bin/java");
    }

    @Test
    void saysWhatToInstallWithoutJava() throws Exception {
        house.hideJdks();

        var outcome = house.run(house.root(), Map.of(), "");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors())
                .contains("a JDK 25 or newer is needed")
                .contains("apt install openjdk-25-jdk-headless")
                .contains("JAVA_HOME");
    }

    @Test
    void saysWhatToInstallWithoutMaven() throws Exception {
        house.withoutMaven();
        house.program("id", "echo 1000");

        var outcome = run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("Maven 3.8 or newer").contains("apt install maven");
    }

    @Test
    void installsMavenAsRootOnDebian() throws Exception {
        house.withoutMaven();
        house.program("id", "echo 0");
        house.program("dpkg", "exit 0");
        house.program("apt-get", "[ $1 = update ] || mv \"${0%/*}/mvn.later\" \"${0%/*}/mvn\"");

        var outcome = run();

        assertThat(outcome.errors()).contains("Installing maven with apt");
        assertThat(outcome.output()).contains("java runs");
    }

    @Test
    void refusesAMavenThatIsTooOld() throws Exception {
        house.maven("3.6.3");

        var outcome = run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("Maven 3.8 or newer").contains("3.6.3");
    }

    @Test
    void rehearsesOnceForTheseOptions() throws Exception {
        var first = run();
        var second = run();
        var other = house.run(house.root(), Map.of("JAVA_OPTS", "-Xmx1g"), "");

        assertThat(first.errors()).contains("Rehearsing");
        assertThat(first.output()).containsPattern("-XX:AOTCache=.*[.]aot ");
        assertThat(second.errors()).doesNotContain("Rehearsing");
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(other.errors()).as("options differ").contains("Rehearsing");
    }

    @Test
    void runsAllTheSameWhenTheRehearsalFails() throws Exception {
        house.jdk("jdk-25", "25.0.4", "exit 1");

        var outcome = run();

        assertThat(outcome.errors()).contains("It did not work").contains("rehearsal.log");
        assertThat(outcome.output()).contains("java runs").doesNotContain("AOTCache");
    }

    @Test
    void hasJavaRunInItsPlace() throws Exception {
        assertThat(run().output()).contains("pid same");
    }

    @Test
    void runsTheDemo() throws Exception {
        assertThat(house.run(house.root(), Map.of("JAVA_HOME", house.jdk()), "demo").output())
                .contains("tocsin.jar demo");
    }

    @Test
    void namesTheNearestCommandForAnUnknownOne() throws Exception {
        var outcome = house.run(house.root(), Map.of(), "tset");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("'tset'").contains("Did you mean 'test'?");
    }

    @Test
    void listsItsCommands() throws Exception {
        assertThat(house.run(house.root(), Map.of(), "help").output())
                .contains("demo", "test", "clean", "version", "docs/configuration.md");
    }

    @Test
    void removesWhatWasBuiltAndKeepsTheData() throws Exception {
        run();
        house.write("data/kept", "");

        house.run(house.root(), Map.of(), "clean");

        assertThat(house.root().resolve("app/target")).doesNotExist();
        assertThat(house.root().resolve("data/kept")).exists();
    }

    private Outcome run() throws Exception {
        return house.run(house.root(), Map.of("JAVA_HOME", house.jdk()), "");
    }
}
