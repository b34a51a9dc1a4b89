package org.linli.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses addresses and forms with the character zero, as 400. PostgreSQL keeps no text with it, so that a page which
/// looks for one would fail; nobody types it. So is a form of parts of which one cannot be read. A field that is only
/// named, without `=`, is an empty one for all pages.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReadForms implements WebFilter {

    private static final char ZERO = '\0';

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getURI().toASCIIString().contains("%00")
                ? Mono.error(ReadForms::refused)
                : chain.filter(new WholeForms(exchange));
    }

    private static ServerWebInputException refused() {
        return new ServerWebInputException("a character zero");
    }

    private static final class WholeForms extends ServerWebExchangeDecorator {

        WholeForms(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData().map(WholeForms::whole);
        }

        @Override
        public Mono<MultiValueMap<String, Part>> getMultipartData() {
            return super.getMultipartData()
                    .onErrorMap(WholeForms::cannotBeRead, WholeForms::refusedPart)
                    .doOnNext(parts -> parts.values().stream()
                            .flatMap(List::stream)
                            .forEach(it -> require(!(it instanceof FormFieldPart field)
                                    || field.value().indexOf(ZERO) < 0)));
        }

        private static MultiValueMap<String, String> whole(MultiValueMap<String, @Nullable String> form) {
            var whole = new LinkedMultiValueMap<String, String>();
            form.forEach((name, values) -> values.stream()
                    .map(it -> it == null ? "" : it)
                    .forEach(it -> {
                        require(it.indexOf(ZERO) < 0);
                        whole.add(name, it);
                    }));
            return whole;
        }

        /// What Spring throws at a part that has no name, or a heading that is none.
        private static boolean cannotBeRead(Throwable error) {
            return error instanceof IllegalArgumentException
                    || error instanceof IllegalStateException
                    || error instanceof IndexOutOfBoundsException;
        }

        private static ServerWebInputException refusedPart(Throwable error) {
            return new ServerWebInputException("a part that cannot be read", null, error);
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw refused();
            }
        }
    }
}
