package org.linli.channels.wecom;

import java.util.List;

/// Something happened, nobody wrote. Kinds by the platform's pages "事件格式", "客户联系 回调" and "微信客服 接收消息和事件".
///
/// What a corporation is told of its customers names `sys` as the sender of everything.
public sealed interface WecomEvent extends WecomMessage {

    /// A member may see the app from now on.
    record Subscribed() implements WecomEvent {}

    record Unsubscribed() implements WecomEvent {}

    /// A member opened the app.
    record EnteredApp() implements WecomEvent {}

    /// The client reports where it is, unasked.
    record Located(double latitude, double longitude) implements WecomEvent {
        @Override
        public String toString() {
            return "Located[]";
        }
    }

    /// A menu entry was tapped.
    record Clicked(String key) implements WecomEvent {}

    /// A menu entry opened a page or a mini program.
    record Viewed(String key) implements WecomEvent {}

    /// A menu entry let somebody scan any code.
    ///
    /// @param waits whether the client shows that it waits for our answer
    record CodeScanned(boolean waits, String key, String result) implements WecomEvent {}

    /// A menu entry let somebody send pictures, which follow as messages.
    record PicturesSent(String key) implements WecomEvent {}

    /// A menu entry let somebody choose a place, which follows as a message.
    record PlaceChosen(String key) implements WecomEvent {}

    /// A button of a card of ours was tapped.
    ///
    /// @param key      of the button, which is ours
    /// @param task     of the card
    /// @param card     the kind of card
    /// @param response opens the way to change the card once, for 24 hours
    /// @param selected ids of the options that were chosen
    record CardTapped(String key, String task, String card, String response, List<String> selected)
            implements WecomEvent {

        public CardTapped {
            selected = List.copyOf(selected);
        }

        @Override
        public String toString() {
            return "CardTapped[" + card + "]";
        }
    }

    /// Members, departments or tags of the address book changed.
    ///
    /// @param change like `create_user`, `update_tag`
    record ContactsChanged(String change) implements WecomEvent {}

    /// A customer (外部联系人) came, left or changed.
    ///
    /// @param change  like `add_external_contact`, `del_follow_user`, `msg_audit_approved`
    /// @param state   what we put into the code that they scanned; may be empty
    /// @param welcome opens the way to greet them once, for 20 seconds; may be empty
    record CustomerChanged(String change, String member, String customer, String state, String welcome)
            implements WecomEvent {
        @Override
        public String toString() {
            return "CustomerChanged[" + change + "]";
        }
    }

    /// A customers' group (客户群) was made, changed or dissolved.
    ///
    /// @param change `create`, `update`, `dismiss`
    /// @param detail of an update, like `add_member`; otherwise empty
    record CustomerGroupChanged(String chat, String change, String detail) implements WecomEvent {}

    /// Tags of customers (企业客户标签) changed.
    record CustomerTagsChanged(String change) implements WecomEvent {}

    /// There is something to fetch from the customer service (微信客服).
    ///
    /// @param token opens the way to fetch it, for ten minutes
    record ServiceCalled(String account, String token) implements WecomEvent {
        @Override
        public String toString() {
            return "ServiceCalled[]";
        }
    }

    /// We may or may no longer manage some accounts of the customer service.
    record ServiceAccountsChanged() implements WecomEvent {}

    /// A job that we gave the platform has ended.
    ///
    /// @param code the platform's errcode
    record JobDone(String job, long code) implements WecomEvent {}

    record ApprovalChanged() implements WecomEvent {}

    /// The platform put the app to sleep because nobody used it, or woke it.
    record AppSlept(boolean asleep) implements WecomEvent {}

    /// @param name as the platform names it; empty where it names none
    record UnknownEvent(String name) implements WecomEvent {}
}
