package org.linli.cases.web;

import org.junit.jupiter.api.BeforeEach;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The demo's staff, who can sign in.
public abstract class WithSignIn {

    @Autowired
    protected WebTestClient web;

    @Autowired
    protected StaffPasswords passwords;

    @Autowired
    protected PasswordEncoder encoder;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    protected final SignedInAs signedIn(String staff) {
        return new SignedInAs(staff, web);
    }
}
