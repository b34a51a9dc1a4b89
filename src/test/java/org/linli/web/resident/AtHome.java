package org.linli.web.resident;

import java.util.Objects;
import org.linli.channels.Account;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/// Knows a browser as somebody's, as if their platform had said so.
public final class AtHome {

    private AtHome() {}

    /// The value of the cookie `linli-resident`.
    public static String as(Residence residence, Account.Person person) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/my"));
        residence.welcome(exchange, person).block();
        return Objects.requireNonNull(exchange.getResponse().getCookies().getFirst("linli-resident"))
                .getValue();
    }
}
