package fr.tocsin.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = Secrets.withKey(key(1));

    @Test
    void opensWhatItSealed() {
        var sealed = secrets.seal("jeton d’accès", "account-token 42");

        assertThat(secrets.openText(sealed, "account-token 42")).isEqualTo("jeton d’accès");
    }

    @Test
    void neverSealsTwiceToTheSameBytes() {
        assertThat(secrets.seal("token", "a")).isNotEqualTo(secrets.seal("token", "a"));
    }

    @Test
    void opensInNoOtherContext() {
        var sealed = secrets.seal("token", "account-token 42");

        assertThatThrownBy(() -> secrets.open(sealed, "account-token 43"))
                .isInstanceOf(UnopenableSecret.class)
                .hasMessageContaining("account-token 43")
                .hasMessageNotContaining("=token");
    }

    @Test
    void opensWithNoOtherKey() {
        var sealed = secrets.seal("token", "a");

        assertThatThrownBy(() -> Secrets.withKey(key(2)).open(sealed, "a"))
                .isInstanceOf(UnopenableSecret.class);
    }

    @Test
    void noticesEveryChangedBit() {
        var sealed = secrets.seal("token", "a");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> secrets.open(changed, "a"))
                    .isInstanceOf(UnopenableSecret.class);
        }
    }

    @Test
    void refusesWhatIsNoSecret() {
        assertThatThrownBy(() -> secrets.open(new byte[] {1, 2, 3}, "a"))
                .isInstanceOf(UnopenableSecret.class);
    }

    private static byte[] key(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}
