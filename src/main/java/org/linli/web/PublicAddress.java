package org.linli.web;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where people outside reach our pages, for links in letters.
@Component
public class PublicAddress {

    private final String configured;
    private final boolean demo;
    private final Environment environment;

    /// @param configured like `https://linli.example.org`; empty: letters carry no links, except to this computer in a
    ///                   demo
    public PublicAddress(
            @Value("${linli.public-url:}") String configured,
            @Value("${linli.demo}") boolean demo,
            Environment environment) {
        this.configured = configured.isEmpty() ? "" : URI.create(configured).toString();
        this.demo = demo;
        this.environment = environment;
    }

    /// Empty where nobody has said under which address we are reached.
    ///
    /// @param path begins with a slash
    public Optional<String> of(String path) {
        if (!configured.isEmpty()) {
            return Optional.of(configured.replaceAll("/+$", "") + path);
        }
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .filter(_ -> demo)
                .map(port -> "http://localhost:" + port + path);
    }
}
