package org.linli.channels.webchat;

import java.util.Map;
import java.util.Objects;
import org.linli.channels.webchat.Rooms.Neighbourhood;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Shows the sender of a request to their [Seat], by the address of the page and the visitor's cookie.
@Component
class Seats implements HandlerMethodArgumentResolver {

    private final ObjectProvider<Rooms> rooms;
    private final Visitors visitors;
    private final boolean demo;

    /// @param demo groups can be played only where everybody in them is made up
    Seats(ObjectProvider<Rooms> rooms, Visitors visitors, @Value("${linli.demo}") boolean demo) {
        this.rooms = rooms;
        this.visitors = visitors;
        this.demo = demo;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Seat.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return seat(exchange).cast(Object.class);
    }

    /// Never empty. Signals [Refusal]: no such room, or no cookie.
    private Mono<Seat> seat(ServerWebExchange exchange) {
        Map<String, String> path =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        Sender sender = visitors.sender(exchange.getRequest());
        String code = path.get("code");
        if (code == null) {
            return neighbourhood(path.getOrDefault("community", "")).flatMap(it -> alone(it, exchange, sender));
        }
        return group(code).flatMap(group -> {
            String resident = path.get("resident");
            return resident == null ? Mono.just(Seat.among(group, sender)) : asResident(group, resident, sender);
        });
    }

    /// Never empty. Signals [Refusal] when it is not there.
    ///
    /// @param id empty for the first one
    Mono<Neighbourhood> neighbourhood(String id) {
        return Mono.justOrEmpty(rooms.getIfAvailable())
                .flatMapMany(Rooms::neighbourhoods)
                .filter(it -> id.isEmpty() || it.id().value().equals(id))
                .next()
                .switchIfEmpty(noRoom());
    }

    /// Never empty. Signals [Refusal] when it is not there, or not in a demo.
    Mono<Room> group(String code) {
        return Mono.justOrEmpty(rooms.getIfAvailable())
                .filter(_ -> demo)
                .flatMap(it -> it.group(code))
                .switchIfEmpty(noRoom());
    }

    private Mono<Seat> alone(Neighbourhood neighbourhood, ServerWebExchange exchange, Sender sender) {
        return Mono.justOrEmpty(visitors.id(exchange.getRequest()))
                .map(person -> Seat.alone(neighbourhood.id(), person, sender))
                .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.STRANGER)));
    }

    private static Mono<Seat> asResident(Room group, String resident, Sender sender) {
        return Mono.justOrEmpty(group.speaker(Objects.requireNonNull(resident)))
                .map(it -> Seat.alone(group.community(), it.id(), sender))
                .switchIfEmpty(noRoom());
    }

    private static <T> Mono<T> noRoom() {
        return Mono.error(() -> new Refusal(Refusal.Reason.NO_ROOM));
    }
}
