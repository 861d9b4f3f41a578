package fr.tocsin.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir Path data;

    private final SecretCheck check = new SecretCheck(TestPostgres.freshDatabase().jdbc());

    @Test
    void makesAKeyOnceAndKeepsIt() {
        var sealed = installation().secrets(Optional.empty()).seal("token", "a");

        assertThat(installation().secrets(Optional.empty()).openText(sealed, "a"))
                .isEqualTo("token");
    }

    @Test
    void letsNobodyElseReadTheKey() throws IOException {
        installation().secrets(Optional.empty());

        var file = KeyFile.in(data).path();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void takesTheOperatorsKeyAndWritesNone() {
        installation().secrets(Optional.of(new byte[32]));

        assertThat(KeyFile.in(data).path()).doesNotExist();
    }

    @Test
    void refusesAKeyThatDoesNotOpenTheDatabase() {
        installation().secrets(Optional.empty());

        assertThatThrownBy(() -> installation().secrets(Optional.of(new byte[32])))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("TOCSIN_SECRET_KEY");
    }

    @Test
    void makesNoSecondKeyWhenTheFirstIsLost() throws IOException {
        installation().secrets(Optional.empty());
        Files.delete(KeyFile.in(data).path());

        assertThatThrownBy(() -> installation().secrets(Optional.empty()))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("secrets.key");
        assertThat(KeyFile.in(data).path()).doesNotExist();
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        installation().secrets(Optional.empty());
        Files.writeString(KeyFile.in(data).path(), "too short");

        assertThatThrownBy(() -> installation().secrets(Optional.empty()))
                .isInstanceOf(UnusableKey.class);
    }

    private Installation installation() {
        return new Installation(KeyFile.in(data), check);
    }
}
