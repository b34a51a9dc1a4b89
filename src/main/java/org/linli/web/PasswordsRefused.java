package org.linli.web;

import org.springframework.security.authentication.BadCredentialsException;

/// Here nobody signs in with a password.
final class PasswordsRefused extends BadCredentialsException {

    private static final long serialVersionUID = 1;

    PasswordsRefused() {
        super("passwords are refused here");
    }
}
