package org.linli.web.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// What the program keeps of a password: other tests keep it at less cost.
class KeepPasswordsTest {

    private static final String PASSWORD = "three rivers meet here";

    private final PasswordEncoder kept = new KeepPasswords().passwordEncoder();

    @Test
    void costsWhatIsAskedOfArgon2() {
        String hash = kept.encode(PASSWORD);

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(kept.matches(PASSWORD, hash)).isTrue();
        assertThat(kept.matches("three rivers met here", hash)).isFalse();
        assertThat(kept.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void hashesOfEarlierYearsAreReadAndMadeAnew() {
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        String cheap = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);

        assertThat(kept.matches(PASSWORD, bcrypt)).isTrue();
        assertThat(kept.matches(PASSWORD, cheap)).isTrue();
        assertThat(kept.upgradeEncoding(bcrypt)).isTrue();
        assertThat(kept.upgradeEncoding(cheap)).isTrue();
    }
}
