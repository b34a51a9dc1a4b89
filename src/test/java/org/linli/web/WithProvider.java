package org.linli.web;

import org.linli.LinliTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// The demo, whose staff may sign in with a provider that is played. All such tests share one program.
@LinliTest
// with a reset that names nobody it has passwords of its own, which no other test sets
@TestPropertySource(properties = {"linli.demo=true", "linli.staff.reset-password="})
public abstract class WithProvider {

    static final PlayedProvider PROVIDER = new PlayedProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("linli.oidc.issuer", PROVIDER::issuer);
        settings.add("linli.oidc.client-id", () -> PlayedProvider.CLIENT);
        settings.add("linli.oidc.client-secret", () -> PlayedProvider.SECRET);
        settings.add("linli.oidc.claim", () -> "preferred_username");
    }
}
