package org.plenish.web.api;

/**
 * A token at the only moment at which it can be seen.
 *
 * @param secret what the caller sends: {@code plenish_...}
 */
public record NewToken(ApiToken token, String secret) {

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "NewToken[" + token.prefix() + "…]";
    }
}
