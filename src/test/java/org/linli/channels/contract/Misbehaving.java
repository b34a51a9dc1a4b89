package org.linli.channels.contract;

import java.util.List;

/// A platform that can be told to behave badly, one way at a time.
public interface Misbehaving {

    /// Takes what it is sent, from now on.
    void behaves();

    /// Answers each letter with this code of its own, in HTTP 200.
    void refusesWith(long code);

    /// Says that it is too much at once.
    void throttles();

    /// Says that the person has to write first.
    void closesTheWindow();

    /// Says that the person left.
    void hasLostThePerson();

    /// Says that we may not do this.
    void forbids();

    /// Answers with the error page of some proxy.
    void isOutOfOrder();

    /// Reads the request and cuts the connection.
    void hangsUp();

    /// Reads the request and stays silent.
    void neverAnswers();

    /// Nobody listens on its port any more.
    void isGone();

    /// Says that our secret is wrong whenever a token is asked for.
    void refusesTheSecret();

    /// From now on only another token is good, and it gives that one.
    void expiresItsToken();

    /// Says of every token, also of those that it has just given, that it is not good.
    void takesNoToken();

    /// How often it was shown our secret.
    int secretsTried();

    /// All of it, so that none can be followed by another that hides it.
    default List<Runnable> troubles() {
        return List.of(
                this::behaves,
                this::expiresItsToken,
                this::throttles,
                this::closesTheWindow,
                this::hasLostThePerson,
                this::forbids,
                this::isOutOfOrder,
                this::hangsUp,
                this::neverAnswers,
                this::takesNoToken,
                this::refusesTheSecret,
                this::isGone);
    }
}
