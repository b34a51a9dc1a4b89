package org.linli.channels.webchat;

import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.webchat.Room.Speaker;
import org.linli.platform.database.CommunityId;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Two communities, and one building group in the first.
@Primary
class OneNeighbourhood implements Rooms {

    static final CommunityId LM = new CommunityId("lm");
    static final Address GROUP = Address.group(Seat.WEBCHAT, "lm", "b3");

    @Override
    public Flux<Neighbourhood> neighbourhoods() {
        return Flux.just(new Neighbourhood(LM, "柳明社区"), new Neighbourhood(new CommunityId("dq"), "东桥社区"));
    }

    @Override
    public Mono<Room> group(String code) {
        var speakers = List.of(new Speaker("r13", "王淑琴"), new Speaker("r14", "李向阳"));
        return Mono.just(new Room(LM, "b3", "3栋邻里群", GROUP, speakers)).filter(it -> code.equals("b3"));
    }
}
