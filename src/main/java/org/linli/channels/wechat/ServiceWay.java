package org.linli.channels.wechat;

import java.time.Duration;
import java.util.List;
import org.linli.channels.Act;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Way;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Customer service messages (客服消息): words, menus and pictures, for a while after somebody did something. By the
/// platform's page "发送客服消息".
@Component
class ServiceWay implements Way {

    private static final List<Opening> OPENINGS = List.of(
            new Opening(Act.MESSAGE, 5, Duration.ofHours(48)),
            new Opening(Act.MENU, 3, Duration.ofMinutes(1)),
            new Opening(Act.FOLLOW, 3, Duration.ofMinutes(1)),
            new Opening(Act.SCAN, 3, Duration.ofMinutes(1)));

    private final Accounts accounts;
    private final CustomerService service;

    ServiceWay(Accounts accounts, CustomerService service) {
        this.accounts = accounts;
        this.service = service;
    }

    @Override
    public String id() {
        return "wechat.service";
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Limits limits() {
        return new Limits(WechatChannel.TEXT_BYTES, Duration.ZERO).withPictures();
    }

    @Override
    public boolean carries(Outbound letter) {
        return accounts.writingTo(letter.to()).isPresent();
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Allowance.Window(id(), Scope.receiver(letter.to()), OPENINGS));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return service.send(message);
    }
}
