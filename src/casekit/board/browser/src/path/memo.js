import { Component, h } from "preact";

/** A view that is drawn again only when what it is given has changed. */
export function memo(View) {
  return class extends Component {
    shouldComponentUpdate(next) {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]);
      return [...names].some((name) => next[name] !== this.props[name]);
    }
    render(props) {
      return h(View, props);
    }
  };
}
