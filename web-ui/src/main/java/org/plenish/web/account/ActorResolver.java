package org.plenish.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands who is logged in, and from where, to every controller method that takes an {@link Actor}. */
@Component
class ActorResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        SignedIn user = SignedIn.find()
                .orElseThrow(() -> new IllegalStateException(
                        parameter.getMethod() + " takes an Actor, but its address needs no log-in."));
        HttpServletRequest servletRequest =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "a servlet request");
        return new Actor(user.userName(), user.roles(), servletRequest.getRemoteAddr());
    }
}
